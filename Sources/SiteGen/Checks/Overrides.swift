import SourceText

/// The reasons that postings give for what would else be warnings.
///
/// Each file's own warnings were silenced while it was read; those that need all postings are here.
struct Overrides {
  private let checks: CheckSettings
  /// In the order of the plan.
  private var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  private struct Entry {
    let posting: Shared<JobPosting>
    let isOpen: Bool
    var allowances: [Allowance]
  }

  init(_ plan: SitePlan) {
    checks = plan.site.checks
    for (index, posting) in plan.postings.enumerated()
    where !posting.value.allowances.isEmpty {
      positions[posting.value.path] = entries.count
      entries.append(
        Entry(
          posting: posting,
          isOpen: plan.states[index].isOpen,
          allowances: posting.value.allowances
        )
      )
    }
  }
}

extension Overrides {
  /// The faults that no posting gives a reason for.
  mutating func silence(_ faults: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return faults }
    return faults.filter { fault in
      guard let position = positions[fault.path] else { return true }
      return !entries[position].allowances.silence([fault]).isEmpty
    }
  }

  /// Reasons for what nobody complains about, as `job/unused-allow`.
  ///
  /// A job that isn't open may wait. Where not all files could be read (`isWhole`), so may what needs
  /// several of them: perhaps it was only not found.
  func unused(isWhole: Bool) -> [Diagnostic] {
    entries.filter(\.isOpen).flatMap { entry in
      entry.allowances.filter { allowance in
        !allowance.isUsed && (isWhole || !allowance.rule.value.needsSeveralFiles)
      }
      .compactMap { allowance in
        let rule = allowance.rule.value
        return checks.fault(
          .unusedAllow,
          "'\(rule.rawValue)' is allowed here, but nothing was found",
          path: entry.posting.value.path,
          range: allowance.rule.range,
          hint: checks.severity(of: rule) == .error
            ? "site.yml makes it an error, which no posting can allow"
            : "take the entry away"
        )
      }
    }
  }

  /// The reasons that silenced something, for the report.
  var used: [AllowedFault] {
    entries.flatMap { entry in
      entry.allowances.filter(\.isUsed).map { allowance in
        AllowedFault(
          posting: entry.posting.value.id.value,
          path: entry.posting.value.path,
          fault: allowance.rule.value.rawValue,
          reason: allowance.reason
        )
      }
    }
  }
}

/// A warning that was not shown, and why.
package struct AllowedFault: Hashable, Sendable {
  /// The posting's id.
  package var posting: String
  package var path: String
  package var fault: String
  package var reason: String
}
