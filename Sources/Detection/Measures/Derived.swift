/// A list whose elements are made each time that they are read, so that millions of them need no memory.
///
/// Who changes one has them all made first.
public struct Derived<Element: Sendable>: Sendable {
    private var form: Form

    private enum Form: Sendable {
        case made([Element])
        case makes(count: Int, each: @Sendable (Int) -> Element)
    }

    /// A list of elements that are there.
    public init(_ elements: [Element] = []) {
        form = .made(elements)
    }

    /// A list of so many elements, each made by `each` from its place.
    init(count: Int, _ each: @escaping @Sendable (Int) -> Element) {
        form = .makes(count: count, each: each)
    }
}

extension Derived: RandomAccessCollection, MutableCollection {
    /// The first place, 0.
    public var startIndex: Int { 0 }

    /// The place after the last.
    public var endIndex: Int {
        switch form {
        case .made(let elements): elements.count
        case .makes(let count, _): count
        }
    }

    /// The element at a place. Costs what making one costs; setting one makes all.
    public subscript(place: Int) -> Element {
        get {
            switch form {
            case .made(let elements): elements[place]
            case .makes(_, let each): each(place)
            }
        }
        set {
            var elements: [Element]
            if case .made(let made) = form { elements = made } else { elements = Array(self) }
            form = .made([])
            elements[place] = newValue
            form = .made(elements)
        }
    }
}

extension Derived: ExpressibleByArrayLiteral {
    /// A list of elements that are there.
    public init(arrayLiteral elements: Element...) {
        self.init(elements)
    }
}

extension Derived: Equatable where Element: Equatable {
    /// Equal where all elements are.
    public static func == (left: Derived, right: Derived) -> Bool { left.elementsEqual(right) }
}

extension Derived: Hashable where Element: Hashable {
    /// Hashes all elements.
    public func hash(into hasher: inout Hasher) { hasher.combine(Array(self)) }
}

extension Derived: Codable where Element: Codable {
    /// Reads a list.
    public init(from decoder: any Decoder) throws { self.init(try [Element](from: decoder)) }

    /// Writes all elements.
    public func encode(to encoder: any Encoder) throws { try Array(self).encode(to: encoder) }
}
