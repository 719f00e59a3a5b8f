import Evidence
import HostileText

/// The accounts of an input by number, in the order of their ids.
struct AccountNumbers {
    /// The accounts, by id.
    let ids: [AccountID]
    /// The account's number, for each of the input's exchanges; −1 for one after `asOf`.
    private let numberOf: [Int32]

    /// Numbers the accounts. O(n), and O(a log a) for a accounts.
    init(_ input: DetectionInput) {
        var slots = [Int32](repeating: -1, count: 1 << 10)
        var ids: [AccountID] = []
        var hashes: [UInt64] = []
        var numberOf = [Int32](repeating: -1, count: input.exchanges.count)
        // Says where in the table an account is looked for, so that nobody makes ids that meet there; nothing else hangs on it.
        let seed = UInt64.random(in: .min ... .max)
        func slot(of hash: UInt64, _ isIt: (Int32) -> Bool) -> Int {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0, !isIt(slots[slot]) { slot = (slot + 1) & (slots.count - 1) }
            return slot
        }
        for index in input.exchanges.indices where input.exchanges[index].at <= input.asOf {
            let hash = StableHash.mix(StableHash.of(input.exchanges[index].account.text.verbatim) ^ seed)
            let place = slot(of: hash) { number in
                hashes[Int(number)] == hash && ids[Int(number)] == input.exchanges[index].account
            }
            if slots[place] < 0 {
                slots[place] = Int32(truncatingIfNeeded: ids.count)
                ids.append(input.exchanges[index].account)
                hashes.append(hash)
                numberOf[index] = slots[place]
                guard ids.count * 2 > slots.count else { continue }
                slots = Array(repeating: -1, count: slots.count * 4)
                for (number, hash) in hashes.enumerated() {
                    slots[slot(of: hash) { _ in false }] = Int32(truncatingIfNeeded: number)
                }
            } else {
                numberOf[index] = slots[place]
            }
        }
        let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
        var rank = [Int32](repeating: 0, count: ids.count)
        for (place, number) in sorted.enumerated() { rank[number] = Int32(truncatingIfNeeded: place) }
        self.ids = sorted.map { ids[$0] }
        self.numberOf = numberOf.map { $0 < 0 ? -1 : rank[Int($0)] }
    }

    /// The input's exchanges that count, by account, time and id, and each account's share of them. Whole exchanges are never
    /// compared.
    func order(of input: DetectionInput) -> (order: [Int32], ranges: [Range<Int>]) {
        var ends = [Int](repeating: 0, count: ids.count + 1)
        for number in numberOf where number >= 0 { ends[Int(number) + 1] += 1 }
        for number in ids.indices { ends[number + 1] += ends[number] }
        let ranges = ids.indices.map { ends[$0]..<ends[$0 + 1] }
        var next = ends
        var order = [Int32](repeating: 0, count: ends[ids.count])
        for (index, number) in numberOf.enumerated() where number >= 0 {
            order[next[Int(number)]] = Int32(truncatingIfNeeded: index)
            next[Int(number)] += 1
        }
        order.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let all = buffer
            _ = Parallel.map(ranges.count) { Self.sort(all.extracting(ranges[$0]), of: input.exchanges) }
        }
        return (order, ranges)
    }

    /// Sorts one account's exchanges by time and id, which most logs have done already.
    private static func sort(_ indices: UnsafeMutableBufferPointer<Int32>, of exchanges: [Exchange]) {
        var indices = indices
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (one, other) = (exchanges[Int(left)].at, exchanges[Int(right)].at)
            return one != other ? one < other : exchanges[Int(left)].id < exchanges[Int(right)].id
        }
        let isSorted = indices.indices.dropFirst().allSatisfy { !precedes(indices[$0], indices[$0 - 1]) }
        if !isSorted { indices.sort(by: precedes) }
    }
}
