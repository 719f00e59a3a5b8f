extension Array where Element: Comparable {
    /// Where the first element stands that is no less than this one, in an array in rising order; its end if there is none.
    /// O(log elements).
    func firstPlace(notBelow element: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether this is one of the elements of an array in rising order. O(log elements).
    func holdsInOrder(_ element: Element) -> Bool {
        let place = firstPlace(notBelow: element)
        return place < count && self[place] == element
    }
}
