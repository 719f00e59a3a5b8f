import DetectorEngine
import Synchronization

/// What the server counts while it runs, for `/metrics`.
final class Meters: Sendable {
    private struct Counts {
        var requests: [Int: Int] = [:]
        var intake = IngestSummary()
        var pages = 0
        var records = 0
        var scores = 0
        var failedScores = 0
    }

    private let counts = Mutex(Counts())

    func count(status: Int) {
        counts.withLock { $0.requests[status, default: 0] += 1 }
    }

    func count(_ intake: IngestSummary) {
        counts.withLock { $0.intake.add(intake) }
    }

    func count(pageOf records: Int) {
        counts.withLock {
            $0.pages += 1
            $0.records += records
        }
    }

    func count(score succeeded: Bool) {
        counts.withLock { if succeeded { $0.scores += 1 } else { $0.failedScores += 1 } }
    }

    /// Everything in Prometheus' text format.
    func text(with census: Census) -> String {
        let counts = counts.withLock { $0 }
        var text = ""
        func metric(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: Int64)]) {
            text += "# HELP stillwatch_\(name) \(help)\n# TYPE stillwatch_\(name) \(type)\n"
            for sample in samples { text += "stillwatch_\(name)\(sample.labels) \(sample.value)\n" }
        }
        func gauge(_ name: String, _ help: String, _ value: Int) { metric(name, "gauge", help, [("", Int64(value))]) }
        gauge("exchanges", "Exchanges stored.", census.exchanges)
        gauge("exchanges_in_feed", "Exchanges that a score has seen.", census.exchangesInFeed)
        gauge("accounts", "Accounts in the feed.", census.accounts)
        gauge("flags", "Flags in the feed.", census.flags)
        gauge("clusters", "Clusters in the feed.", census.clusters)
        gauge("labels", "Label events received.", census.labels)
        metric("feed_sequence", "gauge", "The highest sequence of the feed.", [("", census.sequence)])
        metric(
            "http_requests_total", "counter", "Requests answered, by status.",
            counts.requests.sorted { $0.key < $1.key }.map { ("{status=\"\($0.key)\"}", Int64($0.value)) })
        metric(
            "ingested_total", "counter", "Records received over HTTP, by what became of them.",
            [
                ("{outcome=\"new\"}", Int64(counts.intake.new)), ("{outcome=\"known\"}", Int64(counts.intake.known)),
                ("{outcome=\"quarantined\"}", Int64(counts.intake.quarantined)),
            ])
        metric("feed_pages_total", "counter", "Pages of the feed served.", [("", Int64(counts.pages))])
        metric("feed_records_total", "counter", "Records of the feed served.", [("", Int64(counts.records))])
        metric(
            "scores_total", "counter", "Scores in the background, by outcome.",
            [("{outcome=\"stored\"}", Int64(counts.scores)), ("{outcome=\"failed\"}", Int64(counts.failedScores))])
        return text
    }
}
