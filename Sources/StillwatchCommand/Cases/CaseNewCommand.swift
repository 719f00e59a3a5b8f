import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings

/// Opens a case.
struct CaseNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Opens a case and prints its id.")

    @Argument(help: "What the matter is called.")
    var title: String
    @Switch(help: "One object: {id}.")
    var json = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard !title.allSatisfy(\.isWhitespace) else { throw ValidationError("A case needs a title.") }
    }

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.openOrMake(in: surroundings)
        let matter = try cache.openCase(
            titled: UntrustedText(title), by: who.analyst(in: surroundings), at: Surroundings.clock())
        if json {
            Output.print("{\"id\":\(JSONText.string(matter.id.text.verbatim))}")
        } else {
            Output.print(Output.safe(matter.id.text))
        }
    }
}
