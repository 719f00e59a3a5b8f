import Foundation

/// Prompts as points: hashed word pairs in a small space, of unit length, so that windows of them compare by their sums.
///
/// With the plain product as the kernel, the unbiased discrepancy of two windows follows from the sum of each one's points:
/// no pair is ever looked at, and the windows of a cluster's members pool by addition.
struct PromptWindows {
    /// The places of a point.
    static let places = 256
    /// The prompts of an account that count, picked by hash.
    static let most = 64

    /// Points added up.
    struct Window {
        var sum = [Float](repeating: 0, count: PromptWindows.places)
        var prompts = 0

        static func += (left: inout Window, right: Window) {
            for place in 0..<PromptWindows.places { left.sum[place] += right.sum[place] }
            left.prompts += right.prompts
        }
    }

    private let ofAccount: [Window]
    private var ordinary = Window()

    /// Makes each account's window. O(words of the prompts that count).
    init(_ prompts: TextTable, _ intake: Intake) {
        ofAccount = Parallel.map(intake.ranges.count) { account in
            let range = intake.ranges[account]
            let texts = Set(range.map { prompts.textOf[$0] }).filter { $0 >= 0 }
                .sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(Self.most)
            return texts.reduce(into: Window()) { window, text in
                Self.add(prompts.words[Int(text)], to: &window)
            }
        }
    }

    /// Takes the windows of these accounts for what is ordinary.
    mutating func refer(to isOrdinary: [Bool]) {
        ordinary = sum(of: ofAccount.indices.filter { isOrdinary[$0] })
    }

    /// The windows of some accounts as one.
    func sum(of accounts: [Int]) -> Window {
        accounts.reduce(into: Window()) { $0 += ofAccount[$1] }
    }

    /// The unbiased squared discrepancy to ordinary prompts, 0 or more; `nil` below fifty of those.
    func discrepancy(of window: Window) -> Double? {
        guard window.prompts >= 2, ordinary.prompts >= 50 else { return nil }
        let across = Self.product(window.sum, ordinary.sum) / Double(window.prompts * ordinary.prompts)
        return max(0, Self.within(window) + Self.within(ordinary) - 2 * across)
    }

    /// The mean product of two different points of a window.
    private static func within(_ window: Window) -> Double {
        let all = Double(window.prompts)
        return (product(window.sum, window.sum) - all) / (all * (all - 1))
    }

    private static func product(_ one: [Float], _ other: [Float]) -> Double {
        zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }

    private static func add(_ words: [UInt64], to window: inout Window) {
        guard words.count >= 2 else { return }
        var point = [Float](repeating: 0, count: places)
        for (one, next) in zip(words, words.dropFirst()) {
            let hash = StableHash.combine(one, next)
            point[Int(hash % UInt64(places))] += hash >> 63 == 0 ? 1 : -1
        }
        let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else { return }
        for place in 0..<places { window.sum[place] += point[place] / length }
        window.prompts += 1
    }
}
