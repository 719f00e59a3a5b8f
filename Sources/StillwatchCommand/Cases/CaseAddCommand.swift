import ArgumentParser
import Evidence
import EvidenceCache
import Invocation
import Settings

/// Puts things into a case.
struct CaseAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Puts accounts, clusters, conversations or exchanges into a case.",
        discussion: """
            Examples:
              stillwatch case add case-1 C-003 acct-7f3a91c2
              stillwatch case add case-1 --filter 'cluster:C-003 score>0.9'
            """)

    @Argument(help: "The case.")
    var matter: String
    @Argument(help: "What is put into it.")
    var ids: [String] = []
    @Option(help: "All subjects of the flags that this lets through.")
    var filter: String?
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard ids.isEmpty != (filter == nil) else {
            throw ValidationError("Name what is put into the case: ids, or --filter.")
        }
    }

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        let analyst = who.analyst(in: surroundings)
        var things = try ThingFinder(cache: cache, analyst: analyst).things(named: ids)
        if let filter {
            let viewer = who.viewer(in: surroundings)
            things = try cache.subjects(ofFlags: try Filter(parsing: filter), for: viewer).map { subject in
                switch subject {
                case .account(let id): .account(id)
                case .cluster(let id): .cluster(id)
                }
            }
            guard !things.isEmpty else { throw Failure("No flag is let through by the filter; nothing was added.") }
        }
        let added = try cache.add(things, to: CaseID(matter), by: analyst, at: Surroundings.clock())
        Output.print("added \(Count.text(added, of: things.count))")
        if added < things.count { Output.say("the others were in it already") }
    }
}
