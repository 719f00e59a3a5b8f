import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Settings

/// Writes a note into a case.
struct CaseNoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Writes a note into a case.")

    @Argument(help: "The case.")
    var matter: String
    @Argument(help: "In your own words.")
    var text: String
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        try who.open(in: surroundings).addNote(
            UntrustedText(text), to: CaseID(matter), by: who.analyst(in: surroundings), at: Surroundings.clock())
    }
}

/// Takes things out of a case.
struct CaseRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes things out of a case; the activity log keeps that they were in it.")

    @Argument(help: "The case.")
    var matter: String
    @Argument(help: "What is taken out.")
    var ids: [String]
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        let analyst = who.analyst(in: surroundings)
        let now = Surroundings.clock()
        for thing in try ThingFinder(cache: cache, analyst: analyst).things(named: ids) {
            try cache.remove(thing, from: CaseID(matter), by: analyst, at: now)
        }
    }
}

/// Closes a case.
struct CaseCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Closes a case.")

    @Argument(help: "The case.")
    var matter: String
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        try who.open(in: surroundings).closeCase(
            CaseID(matter), by: who.analyst(in: surroundings), at: Surroundings.clock())
    }
}
