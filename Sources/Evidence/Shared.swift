/// A value that many things have alike, kept once for all of them. A copy shares it until it is changed.
///
/// A thing that holds one is as small as a reference, however much the value holds.
@usableFromInline
package struct Shared<Value: Hashable & Sendable>: Sendable {
    /// Changed only while one thing alone holds it, so that nobody need ask for exclusive access at run time.
    @usableFromInline
    final class Box: @unchecked Sendable {
        @exclusivity(unchecked)
        @usableFromInline var value: Value

        @inlinable
        init(_ value: Value) {
            self.value = value
        }
    }

    @usableFromInline var box: Box

    /// Keeps a value.
    @inlinable
    package init(_ value: Value) {
        box = Box(value)
    }

    /// The same for all that share one copy.
    @inlinable package var id: ObjectIdentifier { ObjectIdentifier(box) }

    /// The value.
    @inlinable package var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}

extension Shared: Hashable {
    /// Equal when the values are.
    @inlinable
    package static func == (left: Shared, right: Shared) -> Bool {
        left.box === right.box || left.box.value == right.box.value
    }

    /// Hashes the value.
    @inlinable
    package func hash(into hasher: inout Hasher) {
        hasher.combine(box.value)
    }
}
