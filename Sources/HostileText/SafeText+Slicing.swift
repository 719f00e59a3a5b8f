extension SafeText {
    /// The pieces of a range as a text of their own, sources and marks kept. Findings stay with the whole.
    public subscript(range: Range<Int>) -> SafeText {
        guard range != pieces.indices else { return self }
        var part = SafeText()
        part.pieces = Array(pieces[range])
        part.sourceEnd = range.upperBound < pieces.count ? pieces[range.upperBound].source : sourceEnd
        for index in part.pieces.indices {
            part.width += Int(part.pieces[index].width)
            guard part.pieces[index].extra != 0 else { continue }
            part.extras.append(combining(of: part.pieces[index]))
            part.pieces[index].extra = UInt32(part.extras.count)
        }
        part.isClipped = isClipped && range.upperBound == pieces.count
        return part
    }

    /// As many whole pieces as fit in some columns.
    public func prefix(columns: Int) -> SafeText {
        guard width > columns else { return self }
        return self[0..<pieceCount(fitting: columns)]
    }

    /// How many pieces from `start` on fit in some columns.
    public func pieceCount(fitting columns: Int, from start: Int = 0) -> Int {
        var used = 0
        for index in start..<pieces.count {
            used += Int(pieces[index].width)
            if used > columns { return index - start }
        }
        return pieces.count - start
    }

    /// The pieces that stand for some bytes of the source, a mark always whole. Empty if none does.
    ///
    /// - Parameter bytes: a range of UTF-8 offsets of the untrusted text.
    /// - Complexity: O(log n), since pieces come in the order of their sources.
    public func pieces(forSource bytes: Range<Int>) -> Range<Int> {
        guard let last = pieces.last, last.source != Piece.noSource, !bytes.isEmpty else { return 0..<0 }
        var start = firstPiece { Int($0.source) >= bytes.lowerBound }
        // A source unit that began before the range but reaches into it belongs to it.
        if start == pieces.count || Int(pieces[start].source) > bytes.lowerBound {
            let unitEnd = start < pieces.count ? Int(pieces[start].source) : Int(sourceEnd)
            if start > 0, unitEnd > bytes.lowerBound {
                start -= 1
                while start > 0, pieces[start].continues { start -= 1 }
            }
        }
        let end = firstPiece { Int($0.source) >= bytes.upperBound }
        return start < end ? start..<end : 0..<0
    }

    /// Cuts the text where matches begin and end, so that each part can be drawn in its own style.
    ///
    /// - Parameter matches: source ranges in UTF-8 bytes with what they mean; where two overlap the later one wins.
    /// - Returns: parts in order that cover the whole text; `nil` where nothing matched.
    public func parts<Tag>(marking matches: [(bytes: Range<Int>, tag: Tag)]) -> [(text: SafeText, tag: Tag?)] {
        guard !matches.isEmpty, !pieces.isEmpty else { return isEmpty ? [] : [(self, nil)] }
        var owner = [Int](repeating: -1, count: pieces.count)
        for (index, match) in matches.enumerated() {
            for piece in pieces(forSource: match.bytes) { owner[piece] = index }
        }
        var parts: [(text: SafeText, tag: Tag?)] = []
        var start = 0
        for end in 1...pieces.count where end == pieces.count || owner[end] != owner[start] {
            parts.append((self[start..<end], owner[start] < 0 ? nil : matches[owner[start]].tag))
            start = end
        }
        return parts
    }

    private func firstPiece(where holds: (Piece) -> Bool) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if holds(pieces[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
