extension FilterTerm {
    /// Reads `field`, sign and value into a condition, or says what about them cannot be meant.
    init(name: String, sign: FilterToken.Sign, value: String, place: Range<Int>) throws(FilterProblem) {
        let namePlace = place.lowerBound..<place.lowerBound + max(1, name.count)
        guard let field = FilterField(rawValue: name) else {
            let meant = closest(to: name, among: FilterField.allCases.map(\.rawValue)).flatMap(FilterField.init)
            throw FilterProblem(.unknownField(name, meant: meant), at: namePlace)
        }
        guard !value.isEmpty else { throw FilterProblem(.noValue(field), at: place) }
        let valuePlace = place.lowerBound + name.count + sign.rawValue.count..<place.upperBound
        self.field = field
        if value == "none", sign == .colon, field.kind != .number {
            test = .isAbsent
            return
        }
        switch field.kind {
        case .number:
            guard let interval = numbers(sign, value) else {
                throw FilterProblem(.notANumber(value, field), at: valuePlace)
            }
            test = .within(interval)
        case .time:
            guard let interval = times(sign, value) else {
                throw FilterProblem(.notATime(value, field), at: valuePlace)
            }
            test = .during(interval)
        case .choice(let words):
            guard sign == .colon else { throw FilterProblem(.noOrder(field), at: place) }
            guard words.contains(value) else {
                let meant = closest(to: value, among: words)
                throw FilterProblem(.unknownWord(value, field, meant: meant), at: valuePlace)
            }
            test = .equals(value)
        case .text:
            guard sign == .colon else { throw FilterProblem(.noOrder(field), at: place) }
            test = .matches(value)
        }
    }
}

private func numbers(_ sign: FilterToken.Sign, _ text: String) -> Interval<Double>? {
    let ends = parts(of: text)
    if sign == .colon, ends.count == 2 {
        guard let low = Double(ends[0]), let high = Double(ends[1]), low.isFinite, high.isFinite else { return nil }
        return Interval(lower: low, upper: high)
    }
    guard let number = Double(text), number.isFinite else { return nil }
    switch sign {
    case .colon: return Interval(lower: number, upper: number)
    case .less: return Interval(upper: number, includesUpper: false)
    case .lessOrEqual: return Interval(upper: number)
    case .greater: return Interval(lower: number, includesLower: false)
    case .greaterOrEqual: return Interval(lower: number)
    }
}

/// Ages grow backwards: `seen<2d` is later than two days ago. Dates grow forwards, and a date means its whole day.
private func times(_ sign: FilterToken.Sign, _ text: String) -> Interval<TimeBound>? {
    let ends = parts(of: text)
    if sign == .colon, ends.count == 2 {
        if let young = age(ends[0]), let old = age(ends[1]) {
            return Interval(lower: .ago(max(young, old)), upper: .ago(min(young, old)))
        }
        guard let first = date(ends[0]), let last = date(ends[1]) else { return nil }
        return Interval(lower: .at(first.start), upper: .at(last.end), includesUpper: false)
    }
    if let age = age(text) {
        switch sign {
        case .colon, .lessOrEqual: return Interval(lower: .ago(age))
        case .less: return Interval(lower: .ago(age), includesLower: false)
        case .greater: return Interval(upper: .ago(age), includesUpper: false)
        case .greaterOrEqual: return Interval(upper: .ago(age))
        }
    }
    guard let date = date(text) else { return nil }
    switch sign {
    case .colon: return Interval(lower: .at(date.start), upper: .at(date.end), includesUpper: false)
    case .less: return Interval(upper: .at(date.start), includesUpper: false)
    case .lessOrEqual: return Interval(upper: .at(date.end), includesUpper: false)
    case .greater: return Interval(lower: .at(date.end))
    case .greaterOrEqual: return Interval(lower: .at(date.start))
    }
}

/// The two ends of `a..b`, or the text alone.
private func parts(of text: String) -> [String] {
    let characters = Array(text)
    for index in characters.indices.dropLast() where characters[index] == "." && characters[index + 1] == "." {
        return [String(characters[..<index]), String(characters[(index + 2)...])]
    }
    return [text]
}

private func age(_ text: String) -> Int64? {
    let units: [Character: Int64] = [
        "s": Instant.second, "m": Instant.minute, "h": Instant.hour, "d": Instant.day, "w": 7 * Instant.day,
    ]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Double(text.dropLast()), count >= 0,
        count * Double(unit) < Double(100 * 366 * Instant.day)
    else { return nil }
    return Int64(count * Double(unit))
}

private func date(_ text: String) -> (start: Instant, end: Instant)? {
    guard let start = Instant(text) else { return nil }
    let length = text.contains("T") ? 1 : Instant.day
    return (start, start + length)
}

/// The word of a list that a mistyped one most likely meant: at most two letters away, and less than half of it.
private func closest(to text: String, among words: [String]) -> String? {
    let ranked = words.map { (word: $0, distance: distance(Array(text), Array($0))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= 2,
        best.distance * 2 <= best.word.count
    else { return words.first { $0.hasPrefix(text) && !text.isEmpty } }
    return best.word
}

private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (one == other ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[right.count]
}
