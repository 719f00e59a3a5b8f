import Digests
import Testing

private let rows: [CanonicalJSON] = [["n": 1, "what": "label"], ["n": 2, "what": "mute"], ["n": 3, "what": "undo"]]

private func chained(_ rows: [CanonicalJSON]) -> [(row: CanonicalJSON, hash: String)] {
    var chain = HashChain()
    return rows.map { (row: $0, hash: chain.append($0)) }
}

@Test func `The first row is hashed after 64 zeros`() {
    let text = String(repeating: "0", count: 64) + #"{"n":1,"what":"label"}"#
    #expect(HashChain.hash(of: rows[0], after: HashChain.origin) == SHA256Digest.of(text).hex)
}

@Test func `A chain that nobody touched has no break`() {
    #expect(HashChain.firstBreak(in: chained(rows)) == nil)
}

@Test func `A changed row, a lost row and two rows swapped all break the chain where it happened`() {
    var changed = chained(rows)
    changed[1].row = ["n": 2, "what": "Mute"]
    #expect(HashChain.firstBreak(in: changed) == 1)

    var shorter = chained(rows)
    shorter.removeFirst()
    #expect(HashChain.firstBreak(in: shorter) == 0)

    var swapped = chained(rows)
    swapped.swapAt(1, 2)
    #expect(HashChain.firstBreak(in: swapped) == 1)
}

@Test func `A row's own hash is not part of what is hashed`() {
    let row: CanonicalJSON = ["n": 1, "what": "label", "hash": "anything"]
    #expect(HashChain.hash(of: row, after: HashChain.origin) == HashChain.hash(of: rows[0], after: HashChain.origin))
}

@Test func `A chain continues from its head`() {
    var whole = HashChain()
    for row in rows { whole.append(row) }
    var first = HashChain()
    first.append(rows[0])
    var rest = HashChain(head: first.head, count: first.count)
    rest.append(rows[1])
    rest.append(rows[2])
    #expect(rest == whole)
}
