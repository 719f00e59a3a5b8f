import Evidence
import Testing

@Suite struct ViewStateTests {
    let text = "view:timeline id:acct-7f3a q:\"score>0.8 target:vision\" sort:-score at:ex-91 as-of:8123"

    @Test func `a state string is read and written back the same`() throws {
        #expect(try ViewState(parsing: text).text == text)
    }

    @Test func `values are found by key, and unknown keys are kept`() throws {
        let state = try ViewState(parsing: text + " mood:fine")
        #expect(state.view == "timeline")
        #expect(state["q"] == "score>0.8 target:vision")
        #expect(state.text.hasSuffix("mood:fine"))
    }

    @Test func `quotes and backslashes survive`() throws {
        var state = ViewState(view: "queue")
        state["q"] = "\"a \\ b\""
        #expect(try ViewState(parsing: state.text) == state)
    }

    @Test func `a piece without a colon is refused by name`() {
        #expect(throws: ViewStateProblem.noColon("oops")) { try ViewState(parsing: "view:queue oops") }
        #expect(throws: ViewStateProblem.openQuote("q")) { try ViewState(parsing: "q:\"a") }
    }
}
