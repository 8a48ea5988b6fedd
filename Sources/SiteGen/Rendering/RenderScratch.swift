import SourceText

/// Buffers of one worker that every page uses anew: memory, never content.
final class RenderScratch {
  var json = JSONWriter(.script, capacity: 32_768)
}
