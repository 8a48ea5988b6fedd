import SourceText
import YAML

// Who hires, and what the site says about it.

extension PostingCheck {
  func checkEmployer(_ reader: inout SchemaReader) {
    guard let site = reader.site else { return }
    checkCompany(site, &reader)
    checkDepartment(site, &reader)
  }

  /// Where site.yml declares companies, a posting names one of them.
  private func checkCompany(_ site: SiteConfiguration, _ reader: inout SchemaReader) {
    guard let company = posting.company, !site.organizations.isEmpty,
      company != site.organization.name,
      !site.organizations.contains(where: { $0.key == company || $0.value.name == company })
    else { return }
    let keys = site.organizations.map(\.key)
    let nearest = nearestName(to: company, in: keys + site.organizations.map(\.value.name))
    reader.report(
      "unknown-company",
      "site.yml has no company '\(company)'",
      at: range(of: "company"),
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "the keys of 'organizations' are \(keys.joined(separator: ", "))"
    )
  }

  private func checkDepartment(_ site: SiteConfiguration, _ reader: inout SchemaReader) {
    guard site.jobRules.deniesUnknownDepartments, let department = posting.department,
      !site.departments.contains(where: { $0.name == department })
    else { return }
    let names = site.departments.map(\.name)
    let nearest = nearestName(to: department, in: names)
    reader.report(
      "unknown-department",
      "site.yml has no department '\(department)'",
      at: range(of: "department"),
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "the departments are \(names.joined(separator: ", "))"
    )
  }

  /// A text that is nearly a key of `benefits` would be shown as it is.
  func checkBenefits(_ reader: inout SchemaReader) {
    guard let benefits = reader.site?.benefits, !benefits.isEmpty, !posting.benefits.isEmpty else {
      return
    }
    for node in nodes(of: "benefits") where node.kind == .scalar {
      let text = node.text
      // Keys are single words; a sentence is no misspelt one.
      guard !text.utf8.contains(UInt8(ascii: " ")), benefits.value(of: text) == nil,
        let nearest = nearestName(to: text, in: benefits.lazy.map(\.key))
      else { continue }
      reader.report(
        .misspeltBenefit,
        "'\(text)' is shown as it is, since site.yml has no benefit of that name",
        at: node.range,
        hint: "did you mean '\(nearest)'?"
      )
    }
  }
}
