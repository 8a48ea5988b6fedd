/// The manual page in the language of `man`.
enum ManualPage {
  static var text: String {
    var page = """
      .\\" Written by `sitegen completions man`.
      .TH SITEGEN 1 \(Program.versionDate) "sitegen \(Program.version)" "User Commands"
      .SH NAME
      sitegen \\- make a careers site and its feeds of a folder of job postings
      .SH SYNOPSIS
      .B sitegen
      .I COMMAND
      .RI [ options ]
      .SH DESCRIPTION
      Each posting is a Markdown file with fields on top.
      .B sitegen
      reads all of them and
      .IR site.yml ,
      and makes pages, structured data, feeds and a sitemap.
      A posting that is wrong is named with its line,
      and nothing is published until it is right.
      .SH COMMANDS

      """
    for command in Command.allCases { page += section(command) }
    return page + """
      .SH EXIT STATUS
      .TP
      .B 0
      Done.
      .TP
      .B 1
      The content or the theme has faults.
      .TP
      .B 2
      The command line was wrong.
      .TP
      .B 3
      The machine failed: the disk is full, or a permission is missing.
      .SH ENVIRONMENT
      .TP
      .B SOURCE_DATE_EPOCH
      The time to build for, in seconds since 1970, where
      .B \\-\\-now
      is not given.
      .TP
      .B NO_COLOR
      When it is set, faults have no colour.
      .TP
      .B TMPDIR
      The folder for scratch files, else
      .IR /tmp .
      .SH FILES
      .TP
      .I site.yml
      The configuration of the site.
      .TP
      .I content/jobs/
      The postings.
      .TP
      .I content/pages/
      Ordinary pages.
      .TP
      .I .sitegen/state
      What the program remembers between builds.
      .TP
      .I public/
      The site that was built.

      """
  }

  private static func section(_ command: Command) -> String {
    var text = ".SS \(escaped(command.rawValue))\n\(sentence(command.summary))\n.PP\n.nf\n"
    for line in command.usageLines { text += ".B \"\(escaped(line))\"\n" }
    text += ".fi\n"
    for option in command.options {
      text += ".TP\n"
      let name = escaped("--" + option.rawValue)
      text +=
        option.valueName(in: command).map { ".BI \(name) \" \(escaped($0))\"\n" } ?? ".B \(name)\n"
      text += sentence(option.summary(for: command)) + "\n"
    }
    return text + ".PP\nExample:\n.PP\n.RS 4\n.nf\n\(escaped(command.example))\n.fi\n.RE\n"
  }

  /// A summary with a capital and a full stop, on lines of at most 80 bytes.
  private static func sentence(_ text: String) -> String {
    let end = text.hasSuffix("…") ? "" : "."
    var lines = [""]
    for word in (text.prefix(1).uppercased() + text.dropFirst() + end).split(separator: " ") {
      let last = lines[lines.count - 1]
      let longer = last.isEmpty ? escaped(String(word)) : last + " " + escaped(String(word))
      if longer.utf8.count <= 80 || last.isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(escaped(String(word)))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Text in which nothing is a request of the language.
  private static func escaped(_ text: String) -> String {
    var escaped = text.first == "." || text.first == "'" ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "'": escaped += "\\(aq"
      case "…": escaped += "..."
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
