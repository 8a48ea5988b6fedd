import Foundation
import TestSupport
import Testing

private func isInstalled(_ program: String) -> Bool {
  ["/usr/bin/", "/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
}

/// What shells and `man` make of the tables of commands and options.
@Suite struct CompletionTests {
  private let folder: TestFolder
  private let here = TestSupport.folder(of: #filePath)

  init() throws {
    folder = try TestFolder()
    for target in ["bash", "zsh", "fish", "man"] {
      try folder.write(try sitegen(["completions", target]).output, to: target)
    }
    try folder.write("", to: "work/a site/site.yml")
    try folder.write("", to: "work/state")
  }

  @Test(arguments: [
    ("bash", "sitegen.bash"), ("zsh", "_sitegen"), ("fish", "sitegen.fish"), ("man", "sitegen.1"),
  ])
  func `the files are as they were read last`(_ target: String, _ name: String) throws {
    try expectGolden(try folder.read(target), at: "\(here)/Golden/\(name)")
  }

  @Test(arguments: [
    (["completions"], "name one of bash, zsh, fish, man"),
    (["completions", "tcsh"], "there are completions for bash, zsh, fish, man, not for 'tcsh'"),
  ])
  func `another shell is refused`(_ words: [String], _ text: String) throws {
    let run = try sitegen(words)
    #expect(run.status == 2)
    #expect(run.errors == "sitegen: \(text)\nsitegen completions --help tells more.\n")
  }

  static let lines: [(String, String)] = [
    ("sitegen bu", "build"), ("sitegen check --f", "--fix|--future|--format"),
    ("sitegen check --format ", "text|json|github|sarif"), ("sitegen check --format = j", "json"),
    ("sitegen check --format =", "text|json|github|sarif"), ("sitegen check --deny ", "warnings"),
    ("sitegen build --source ", "a site"), ("sitegen check --state ", "a site|state"),
    ("sitegen list --state c", "closing-soon|closed"), ("sitegen list --missing sal", "salary"),
    ("sitegen new ", "job|site"), ("sitegen new site ", "a site"),
    ("sitegen new job x --workplace ", "on-site|hybrid|remote"),
    ("sitegen new job x --employment-type p", "part-time|per-diem"),
    ("sitegen completions z", "zsh"), ("sitegen check --now ", ""), ("sitegen zzz ", ""),
  ]

  @Test func `bash completes commands, options, values, files and folders`() throws {
    let input = CompletionTests.lines.map { $0.0 + "\n" }.joined()
    let script = here + "/Scripts/complete.bash"
    let run = try run(
      ["bash", script, folder.path + "/bash"],
      in: folder.path + "/work",
      input: input
    )
    #expect(run.errors == "")
    var replies = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init
    )
    #expect(replies.removeFirst() == "complete -F _sitegen sitegen")
    for ((line, expected), reply) in zip(CompletionTests.lines, replies) {
      let words = reply.split(separator: "|").sorted()
      #expect(words == expected.split(separator: "|").sorted(), "\(line)")
    }
  }

  @Test(.enabled(if: isInstalled("fish")))
  func `fish completes the same`() throws {
    let lines = CompletionTests.lines.filter { !$0.0.contains(" =") }
    let input = lines.map { $0.0 + "_\n" }.joined()
    let script = here + "/Scripts/complete.fish"
    let run = try run(
      ["HOME=" + folder.path, "fish", "--no-config", script, folder.path + "/fish"],
      in: folder.path + "/work",
      input: input
    )
    #expect(run.errors == "")
    let replies = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    for ((line, expected), reply) in zip(lines, replies) {
      let words = reply.split(separator: "|").map { $0.hasSuffix("/") ? $0.dropLast() : $0 }
      #expect(words.sorted() == expected.split(separator: "|").sorted(), "\(line)")
    }
  }

  @Test(.enabled(if: isInstalled("zsh")))
  func `zsh loads its function`() throws {
    let script = "autoload -U compinit && compinit -u -D && source ./zsh && print $_comps[sitegen]"
    let run = try run(["zsh", "-f", "-c", script], in: folder.path)
    #expect(run.output == "_sitegen\n" && run.errors == "" && run.status == 0)
    #expect(try SiteGenCLITests.run(["zsh", "-n", "zsh"], in: folder.path).status == 0)
  }

  @Test(.enabled(if: isInstalled("mandoc")))
  func `the manual has no fault`() throws {
    let run = try run(["mandoc", "-T", "lint", "man"], in: folder.path)
    #expect(run.output == "" && run.status == 0)
  }

  @Test(.enabled(if: isInstalled("man")))
  func `the manual can be read`() throws {
    let run = try run(
      ["MANWIDTH=80", "LC_ALL=C", "man", "--warnings", "-l", folder.path + "/man"],
      in: folder.path
    )
    #expect(run.errors == "" && run.status == 0)
    #expect(run.output.contains("sitegen check [options]"))
    #expect(run.output.contains("--dry-run"))
  }

  /// Commands and options of the help are those of the scripts: all come from one table.
  @Test func `no option is forgotten`() throws {
    let commands = try sitegen(["--help"]).output.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.contains("sitegen") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count >= 6)
    for command in commands {
      let options = try sitegen([command, "--help"]).output.split(separator: "\n")
        .filter { $0.hasPrefix("  --") }.compactMap {
          $0.split(separator: " ").first.map(String.init)
        }
      #expect(!options.isEmpty)
      let (zsh, fish) = (try folder.read("zsh"), try folder.read("fish"))
      let manual = try folder.read("man").replacingOccurrences(of: "\\-", with: "-")
      for option in options {
        #expect(try folder.read("bash").contains(option))
        #expect(zsh.contains("'\(option)") || zsh.contains("'*\(option)"))
        #expect(fish.contains("seen_subcommand_from \(command)' -l \(option.dropFirst(2)) "))
        #expect(manual.contains(".B \(option)\n") || manual.contains(".BI \(option) "))
      }
    }
  }
}
