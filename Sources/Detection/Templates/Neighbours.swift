/// How many exchanges hold two shingles one after the other. Most shingles are always followed by the same one, which has
/// a place without a search; the others are in a dictionary.
struct Neighbours {
    private struct Count {
        var next: Int32
        var uses: Int32
        /// The text that was counted last: a pair counts once for each.
        var text: Int32
    }

    private var firsts: [Count]
    private var others: [UInt64: Count] = [:]

    /// Has seen nothing of so many shingles.
    init(count: Int) {
        firsts = Array(repeating: Count(next: -1, uses: 0, text: -1), count: count)
    }

    /// Counts a pair of a text, which stands for so many exchanges. Texts come in rising order.
    mutating func add(_ one: Int32, _ next: Int32, text: Int32, uses: Int32) {
        let place = Int(one)
        if firsts[place].next < 0 { firsts[place].next = next }
        if firsts[place].next == next {
            guard firsts[place].text != text else { return }
            firsts[place].text = text
            firsts[place].uses += uses
            return
        }
        let key = UInt64(one) << 32 | UInt64(next)
        var count = others[key] ?? Count(next: next, uses: 0, text: -1)
        guard count.text != text else { return }
        count.text = text
        count.uses += uses
        others[key] = count
    }

    /// Calls with each pair and its exchanges, in no order.
    func each(_ body: (Int, Int, Int32) -> Void) {
        for (place, count) in firsts.enumerated() where count.next >= 0 { body(place, Int(count.next), count.uses) }
        for (key, count) in others { body(Int(key >> 32), Int(count.next), count.uses) }
    }
}
