import Evidence
import HostileText
import Testing

/// Files of labels: what can be read is read, and what cannot is named by line and field.
@Suite struct LabelFileTests {
    @Test func `subject and label are enough`() {
        let file = LabelFile(jsonLines: #"{"subject":"acct-1","label":"relay"}"#)
        #expect(file.problems == [])
        #expect(file.lines.map(\.label) == [.relay])
        #expect(file.lines.first?.subject == UntrustedText("acct-1"))
        #expect(file.lines.first?.confidence == .likely)
    }

    @Test func `each refused line is named with its field, and the others are kept`() {
        let file = LabelFile(
            jsonLines: """
                {"subject":"acct-1","label":"relay"}
                {"subject":"acct-2","label":"relais"}

                nonsense
                {"label":"relay"}
                {"subject":"acct-3"}
                {"subject":"acct-4","label":null,"confidence":4}
                {"subject":"acct-5","lable":"relay","label":"benign"}
                {"subject":"acct-6","label":null}
                """)
        #expect(file.lines.map(\.line) == [1, 9])
        #expect(file.lines.last?.label == nil)
        #expect(file.problems.map(\.line) == [2, 4, 5, 6, 7, 8])
        #expect(file.problems.map(\.field) == ["label", "", "subject", "label", "confidence", "lable"])
    }

    @Test func `a sheet reads quoted cells, lines within them, and what a spreadsheet was guarded from`() {
        let file = LabelFile(
            csv: "subject,label,note,reasons,at\r\nacct-1,benign,\"a, \"\"b\"\"\nc\",x;y,2026-05-21T06:00:00Z\r\n"
                + "acct-2,unsure,'=1+1,,\nacct-3,unsure\n")
        #expect(file.lines.map(\.note) == [UntrustedText("a, \"b\"\nc"), UntrustedText("=1+1")])
        #expect(file.lines.first?.reasons == ["x", "y"])
        #expect(file.lines.first?.at == Instant("2026-05-21T06:00:00Z"))
        #expect(file.problems.map(\.line) == [5])
    }

    @Test func `annotations of Label Studio are lines`() {
        let file = LabelFile(
            labelStudio: """
                [{"data":{"subject":"acct-1","kind":"account"},"annotations":[
                {"completed_by":"kim","result":[{"value":{"choices":["mixed"]}}]},{"result":[]}]}]
                """)
        #expect(file.lines.map(\.label) == [.mixed])
        #expect(file.lines.first?.analyst == UntrustedText("kim"))
        #expect(file.problems.map(\.field) == ["annotations"])
        #expect(LabelFile(labelStudio: "{}").problems.count == 1)
    }
}
