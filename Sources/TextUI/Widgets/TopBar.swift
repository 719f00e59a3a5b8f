public import HostileText

/// The first line: the program's name, the screens, and the state of things at the right.
public struct TopBar: Widget, Sendable {
    /// The program's name.
    public var name: SafeText
    /// The screens, in order.
    public var tabs: [SafeText]
    /// Which screen is open.
    public var open: Int?
    /// Drawn at the right.
    public var status: StyledText

    /// Makes a bar.
    public init(name: SafeText, tabs: [SafeText], open: Int?, status: StyledText) {
        self.name = name
        self.tabs = tabs
        self.open = open
        self.status = status
    }

    /// Draws on the first row. Where there is little room the tabs that are not open are left out.
    public func draw(into grid: inout Grid, in rect: Rect) {
        grid.fill(rect, style: Style(.text, on: .bar))
        var room = rect.inset(x: 1)
        grid.draw(status, in: room.cutRight(min(status.width, room.width)), style: .muted)
        _ = room.cutRight(2)
        if name.width + 4 <= room.width {
            grid.draw(name, in: room.cutLeft(name.width + 1), style: .accent.bold)
        }
        for (index, place) in places(in: rect) {
            if index == open {
                grid.lay(.selection, on: place)
                grid.draw(tabs[index], in: place.inset(x: 1), style: Style(.tab).bold)
            } else {
                grid.draw(tabs[index], in: place.inset(x: 1), style: .muted)
            }
        }
    }

    /// The tab that is drawn at a column, by its number.
    public func tab(at column: Int, in rect: Rect) -> Int? {
        places(in: rect).first { $0.place.contains(x: column, y: rect.y) }?.index
    }

    /// The tabs that are drawn, with their places.
    private func places(in rect: Rect) -> [(index: Int, place: Rect)] {
        var room = rect.inset(x: 1)
        _ = room.cutRight(min(status.width, room.width))
        _ = room.cutRight(2)
        if name.width + 4 <= room.width { _ = room.cutLeft(name.width + 1) }
        let hasRoomForAll = tabs.reduce(0) { $0 + $1.width + 3 } <= room.width + 1
        var places: [(index: Int, place: Rect)] = []
        for (index, tab) in tabs.enumerated() where hasRoomForAll || index == open {
            let place = room.cutLeft(min(room.width, tab.width + 2))
            guard place.width > 2 else { break }
            places.append((index, place))
            _ = room.cutLeft(1)
        }
        return places
    }
}
