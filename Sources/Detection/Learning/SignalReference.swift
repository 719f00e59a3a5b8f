public import Evidence
import Foundation

/// How a signal's values lay among all accounts when a model came into use: what drift is measured against.
public struct SignalReference: Hashable, Codable, Sendable {
    /// How many accounts there were.
    public var accounts: Int
    /// The signals.
    public var signals: [SignalName: Bins]

    /// A signal's values in bins of about equal size, and those that are not available in one of their own.
    public struct Bins: Hashable, Codable, Sendable {
        /// Where each bin but the first begins, rising.
        public var edges: [Double]
        /// The share of accounts in each bin; the last is that of accounts where the signal is not available.
        public var shares: [Double]
    }

    /// The fewest accounts of which a reference is made, or against which one is held: fewer scatter too much.
    public static let fewestAccounts = 200
    /// Deciles, as usual.
    private static let bins = 10

    /// The reference that findings make; `nil` where there are too few accounts.
    public init?(_ signals: [Signal]) {
        let columns = Self.columns(signals)
        accounts = columns.values.map(\.count).max() ?? 0
        guard accounts >= Self.fewestAccounts else { return nil }
        self.signals = columns.mapValues { values in
            let edges = Self.edges(values.compactMap { $0 })
            return Bins(edges: edges, shares: Self.shares(values, edges))
        }
    }

    static func columns(_ signals: [Signal]) -> [SignalName: [Double?]] {
        var columns: [SignalName: [Double?]] = [:]
        for signal in signals where signal.subject.kind == .account {
            columns[signal.name, default: []].append(signal.value)
        }
        return columns
    }

    private static func edges(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        let cuts = (1..<bins).compactMap { Quantile.of(sorted: sorted, Double($0) / Double(bins)) }
        return Set(cuts).sorted().filter { $0 > sorted[0] }
    }

    static func shares(_ values: [Double?], _ edges: [Double]) -> [Double] {
        var counts = Array(repeating: 0, count: edges.count + 2)
        for value in values {
            guard let value else {
                counts[edges.count + 1] += 1
                continue
            }
            counts[edges.count { $0 <= value }] += 1
        }
        return counts.map { Double($0) / Double(max(1, values.count)) }
    }
}

/// How far a signal's values have moved since a model came into use.
///
/// The population stability index, `Σ (now − then) · ln(now / then)` over bins: below 0.1 nothing to speak of, above 0.25 a
/// shift that a model should be looked at for (Siddiqi 2006, Credit Risk Scorecards). By chance alone it is about
/// `(bins − 1) · (1/n + 1/m)` (Yurdakul 2018), which with 200 accounts each stays below that.
public struct SignalDrift: Hashable, Codable, Sendable {
    /// The signal.
    public var signal: SignalName
    /// The index.
    public var index: Double
    /// The share of accounts where it is available, then and now.
    public var availableThen: Double, availableNow: Double

    /// From here on a signal has drifted.
    public static let limit = 0.25
    /// What an empty bin counts, so that the logarithm exists.
    private static let least = 0.0005

    enum CodingKeys: String, CodingKey {
        case signal, index
        case availableThen = "available_then"
        case availableNow = "available_now"
    }

    /// The drift of every signal that the reference knows, the largest first; none where there are too few accounts.
    public static func measure(_ signals: [Signal], against reference: SignalReference) -> [SignalDrift] {
        let columns = SignalReference.columns(signals)
        return reference.signals.compactMap { name, bins -> SignalDrift? in
            guard let values = columns[name], values.count >= SignalReference.fewestAccounts else { return nil }
            let now = SignalReference.shares(values, bins.edges)
            let index = zip(now, bins.shares).reduce(0) { sum, pair in
                let (now, then) = (max(pair.0, least), max(pair.1, least))
                return sum + (now - then) * log(now / then)
            }
            return SignalDrift(
                signal: name, index: index, availableThen: 1 - (bins.shares.last ?? 0),
                availableNow: 1 - (now.last ?? 0))
        }.sorted { ($1.index, $0.signal.rawValue) < ($0.index, $1.signal.rawValue) }
    }

    /// The drift in words.
    public var note: String {
        let index = (self.index * 100).rounded() / 100
        return
            "\(signal.rawValue) has drifted since the model came into use: population stability index \(index), over "
            + "\(SignalDrift.limit). Look at what changed in the traffic, or run `learn`."
    }
}
