public import Evidence
public import HostileText

/// How a sync goes about it.
public struct SyncOptions: Sendable {
    /// Who syncs, for the activity log.
    public var analyst: UntrustedText
    /// The clock.
    public var now: @Sendable () -> Instant
    /// The records asked for in one page.
    public var pageLimit = 1_000
    /// The events sent in one batch.
    public var batchLimit = 200
    /// How many seconds a following sync lets the detector wait for news.
    public var wait = 25
    /// How many failures in a row a sync that does not follow puts up with.
    public var patience = 5
    /// How long it waits after a failure.
    public var backoff = Backoff()

    /// Makes options with the usual limits.
    public init(analyst: UntrustedText, now: @escaping @Sendable () -> Instant) {
        self.analyst = analyst
        self.now = now
    }
}

/// How long to wait after a failure: twice as long each time, a little at random, and never less than the detector asks.
public struct Backoff: Sendable {
    /// The first wait, in milliseconds.
    public var first: Double
    /// The longest wait, in milliseconds, unless the detector asks for more.
    public var longest: Double
    /// By what a wait is multiplied at random, so that many consoles do not come back at once.
    public var jitter: ClosedRange<Double>

    /// Makes a backoff; half a second at first, a minute at most.
    public init(first: Double = 500, longest: Double = 60_000, jitter: ClosedRange<Double> = 0.7...1.3) {
        self.first = first
        self.longest = longest
        self.jitter = jitter
    }

    /// The wait in milliseconds after so many failures in a row, from 1.
    public func milliseconds(after problem: SyncProblem, failures: Int) -> Double {
        var wait = first
        for _ in 1..<max(2, min(failures, 30)) where failures > 1 { wait = min(longest, wait * 2) }
        wait = min(longest, wait) * Double.random(in: jitter)
        if case .busy(_, let seconds?) = problem { wait = max(wait, Double(min(seconds, 3_600)) * 1_000) }
        return wait
    }

    func sleep(after problem: SyncProblem, failures: Int) async {
        do {
            try await Task.sleep(for: .milliseconds(Int(milliseconds(after: problem, failures: failures))))
        } catch {
            // Cancelled: the loop sees it and ends.
        }
    }
}
