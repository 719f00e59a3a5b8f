import Evidence

/// Errands on desktops, phones and in their programs, and on sites that sell, let and book.
extension Vocabulary {
    static let devices = [
        Combination(
            .computerUse, 0.4, within: 8,
            [
                "turn on", "turn off", "switch on", "switch off", "enable", "disable", "mute", "unmute", "set",
                "switch", "toggle", "change", "adjust", "increase", "decrease", "connect", "disconnect", "install",
                "uninstall", "activate", "deactivate", "lower", "raise",
            ],
            [
                "dark mode", "light mode", "wi fi", "wifi", "bluetooth", "brightness", "the volume", "notifications",
                "airplane mode", "flashlight", "an alarm", "a timer", "alarms", "wallpaper", "default browser",
                "search engine", "font size", "screen resolution", "night light", "do not disturb", "ringtone",
                "location services", "auto save", "autosave", "subtitles", "time zone", "display language",
                "two factor authentication", "extension", "screen timeout", "battery saver", "desktop background",
                "screensaver", "hotspot", "privacy settings", "account settings", "system language",
            ]),
        Combination(
            .computerUse, 0.4, within: 14,
            [
                "rename", "move", "copy", "delete", "open", "create", "save", "unzip", "extract", "restore", "export",
                "close", "drag", "download", "convert", "compress", "empty", "upload", "attach", "freeze", "insert",
                "make",
            ],
            [
                "on the desktop", "to the desktop", "my desktop", "documents folder", "downloads folder",
                "download folder", "pictures folder", "photos folder", "music folder", "home folder", "the trash",
                "recycle bin", "open document", "current document", "file manager", "current tab", "the tabs",
                "all tabs", "new tab", "usb drive", "all windows", "the taskbar", "open spreadsheet", "top row",
                "the slide", "slide 0", "cell 0", "the sheet", "current sheet", "the presentation", "browsing history",
                "browser history", "search history", "bookmarks bar", "bookmarks",
            ]),
        Combination(
            .computerUse, 0.4, within: 20,
            [
                "libreoffice", "gimp", "vlc", "thunderbird", "settings app", "contacts app", "notes app",
                "calendar app", "clock app", "camera app", "photos app", "gallery app", "files app", "messages app",
                "phone app", "chat app", "music app", "app store", "play store", "file explorer", "control panel",
                "system settings", "device settings", "vs code", "google maps", "google drive", "gmail", "whatsapp",
                "in chrome", "in firefox", "in safari", "in the browser", "on my phone",
            ],
            [
                "add", "create", "delete", "send", "set", "change", "find", "play", "search", "open", "save", "export",
                "turn", "rename", "insert", "mark", "schedule", "record", "share", "sum", "fill", "remove", "select",
                "install", "mute", "enable", "disable", "log in", "go to",
            ]),
        Combination(
            .computerUse, 0.4, within: 8,
            ["delete", "archive", "mark", "star", "move", "forward", "open", "flag", "reply to", "send"],
            [
                "my inbox", "the inbox", "as unread", "as read", "newest email", "latest email", "last email",
                "spam folder", "spam emails", "text message to", "an sms to",
            ]),
        Combination(
            .computerUse, 0.4, within: 14, ["create", "add", "schedule", "set", "delete", "put", "move"],
            ["on my calendar", "in my calendar", "to my calendar", "from my calendar", "calendar event"]),
        Combination(
            .computerUse, 0.4, within: 6, ["play", "pause", "skip", "resume", "rewind", "shuffle"],
            ["the video", "the playlist", "playlist", "the song", "the podcast", "my library", "the next song"]),
    ]

    static let bookings = [
        Combination(
            .computerUse, 0.4, within: 16,
            ["book", "reserve", "rent", "find", "search", "look for", "get", "show me", "select", "browse"],
            [
                "flight", "flights", "one way", "round trip", "hotel", "hotels", "hotel room", "a table", "rental car",
                "car", "apartment", "apartments", "parking", "train tickets", "tickets", "restaurant", "a stay",
            ],
            [
                "from 0", "on 0", "departing", "returning", "check in", "tomorrow", "tonight", "next week", "saturday",
                "sunday", "monday", "friday", "january", "february", "march 0", "april", "may 0", "0 may", "june",
                "july", "august", "september", "october", "november", "december", "0 pm", "0 am", "0pm", "0am",
                "adults", "guests", "bedrooms", "two bedrooms", "pet friendly",
            ]),
        Combination(
            .computerUse, 0.4, within: 16,
            ["search for", "browse", "filter", "find", "look for", "show me", "add", "pick", "select", "choose"],
            [
                "sort by", "sorted by", "and sort", "filter by", "free shipping", "rating of", "customer rating",
                "pick the cheapest", "to the cart", "wish list", "to my basket", "to the basket", "to my bag",
                "to my favorites", "to my favourites", "on sale", "newest first", "and checkout", "to checkout",
                "the lowest rating", "the highest rating", "the lowest price", "the highest price",
            ]),
        Combination(
            .computerUse, 0.4, within: 10, ["add", "put", "remove"],
            ["cart", "my basket", "grocery cart", "shopping bag", "wish list", "my favorites", "my favourites"]),
        Combination(
            .computerUse, 0.4, within: 10,
            ["navigate", "go to", "visit", "open", "on the", "browse to", "check", "find", "get"],
            [
                "contact page", "pricing page", "settings page", "official website", "official site", "website of",
                "login page", "sign up page", "faq page", "about page", "the weather site", "store locator",
            ]),
    ]

    /// Questions of people about what an errand would do.
    static let doubts = phrases(
        .computerUse,
        [
            -1.2: [
                "how do i", "how can i", "how to", "how does", "why is", "why does", "why do", "recommend", "suggest",
                "recipe", "tips", "write a", "explain", "what is a", "should i", "is it safe", "can i",
            ]
        ])
}
