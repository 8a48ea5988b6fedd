import SourceText
import YAML

/// Rules that need more than one field of a posting, once each of them has been read.
///
/// One file of this folder for each subject; they share where fields are written.
struct PostingCheck {
  let posting: JobPosting
  /// The front matter.
  let root: YAMLNode
  /// Where missing fields are reported.
  let fence: SourceRange
  let moment: BuildMoment

  /// Reports what is wrong between the fields, and what looks wrong.
  func run(_ reader: inout SchemaReader) {
    checkPlaces(&reader)
    checkDates(&reader)
    checkGhost(&reader)
    checkPay(&reader)
    checkEmployer(&reader)
    checkBenefits(&reader)
    checkApply(&reader)
    checkCustom(&reader)
    checkTitle(&reader)
    checkRecommended(&reader)
    if let image = posting.details?.value.image {
      reader.checkRemote(image.source, at: range(of: "image"))
    }
  }
}

extension PostingCheck {
  /// The place of a field's value, or the fence if the field is missing.
  func range(of field: String) -> SourceRange { root.value(for: field)?.range ?? fence }

  /// The nodes of a field that takes one value or a list of them.
  func nodes(of field: String) -> [YAMLNode] {
    guard let node = root.value(for: field), !node.isNull else { return [] }
    return node.kind == .sequence ? node.items.filter { !$0.isNull } : [node]
  }

  /// Whether the author wrote the field, or meant to.
  func isWritten(_ field: String, _ reader: SchemaReader) -> Bool {
    reader.misspelt.contains(field) || root.value(for: field)?.isBlank == false
  }

  var places: [Place] { posting.locations.map(\.value) }

  /// From where a remote job may be done.
  var remoteCountries: [String] { posting.details?.value.remote?.countries ?? [] }

  /// The countries where the work is done, or from where.
  var countries: [String] { places.compactMap(\.country) + remoteCountries }
}
