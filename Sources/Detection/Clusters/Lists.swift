/// Many short lists, one after another in one array, so that walking through them follows no reference.
struct Lists<Element> {
    private var elements: [Element] = []
    /// The place after each list's last element.
    private var ends: [Int] = []

    /// Has no list yet.
    init() {}

    /// Takes lists over.
    init(_ lists: [[Element]]) {
        elements.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        ends.reserveCapacity(lists.count)
        for list in lists { append(list) }
    }

    /// Adds a list.
    mutating func append(_ list: some Sequence<Element>) {
        elements.append(contentsOf: list)
        ends.append(elements.count)
    }

    /// A list by its number.
    subscript(number: Int) -> ArraySlice<Element> {
        elements[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
}
