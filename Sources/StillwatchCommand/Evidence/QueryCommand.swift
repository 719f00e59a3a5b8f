import ArgumentParser
import Evidence
import EvidenceCache
import Foundation
import Invocation
import Settings

/// The filter language on the cache.
struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Lists what a filter lets through.",
        discussion: """
            Examples:
              stillwatch query 'score>0.8 target:reward_grading label:none'
              stillwatch query 'cluster:C-003' --view accounts --format csv > accounts.csv
              stillwatch query 'seen<2d "expert data analyst"' --view conversations --format jsonl

            Text of clients is escaped: what is hidden in it is shown, and a CSV cell that a spreadsheet would take for a
            formula begins with a quote, unless --raw is given. Standard error says how many rows there are in all.
            """)

    enum View: String, ExpressibleByArgument, CaseIterable {
        case flags, accounts, conversations, clusters
    }

    @Argument(help: "The filter; \"\" for everything.")
    var filter: String
    @Option(help: "What is listed: flags, accounts, conversations or clusters.")
    var view = View.flags
    @Option(help: "How: table, csv or jsonl.")
    var format = ListingFormat.table
    @Option(help: "How many rows at most.")
    var limit = 100
    @Switch(help: "One array of objects.")
    var json = false
    @Switch(help: "Leaves CSV cells that look like formulas as they are.")
    var raw = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        let surroundings = try Surroundings()
        let filter = try Filter(parsing: filter)
        let question = CacheListing(
            cache: try who.open(in: surroundings), viewer: who.viewer(in: surroundings), filter: filter, limit: limit)
        let (listing, total) =
            switch view {
            case .flags: try question.flags()
            case .accounts: try question.accounts()
            case .conversations: try question.conversations()
            case .clusters: try question.clusters()
            }
        if json {
            Output.print(listing.array)
        } else {
            for line in listing.lines(format, isRaw: raw) { Output.print(line) }
        }
        if listing.rows.count < total || format == .table && !json {
            Output.say("\(Count.text(listing.rows.count, of: total)) \(view.rawValue)")
        }
    }
}
