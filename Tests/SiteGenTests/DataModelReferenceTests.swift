import Templating
import TestSupport
import Testing

@testable import SiteGen

@Suite struct DataModelReferenceTests {
  @Test func `the reference for theme authors is that of the declarations`() throws {
    try expectGolden(DataModel.reference, at: repository + "/docs/data-model.md")
  }

  @Test(arguments: ObjectKind.all)
  func `exactly the fields that have a type are said to be things`(_ kind: ObjectKind) {
    func mistakes<Declaration: DataField>(_ declaration: Declaration.Type) -> [String] {
      declaration.all
        .filter { ($0.type == .any) == ($0.note.shape == .thing) }
        .map(\.rawValue)
    }
    #expect(kind.declaration.map { mistakes($0) } ?? [] == [])
  }
}
