import Evidence

/// Screens operated, errands on web pages, and pictures looked at.
extension Vocabulary {
    static let screens = phrases(
        .computerUse,
        [
            0.5: [
                "click on", "left click", "right click", "double click", "mouse and keyboard", "coordinates of",
                "type into", "scroll down", "address bar", "press enter", "my cart", "shopping cart", "on this page",
                "on the page", "wish list", "my wishlist", "current page", "accessibility tree", "web agent",
                "gui agent", "browser agent", "dom tree", "element id", "current url", "rootwebarea", "action space",
                "点击", "屏幕截图", "鼠标",
            ],
            0.4: [
                "screenshot", "mouse", "navigate to", "checkout page", "menu item", "comment section", "computer tool",
                "desktop application", "search box", "0 link", "0 button", "0 textbox", "0 statictext", "0 heading",
                "0 combobox", "0 menuitem", "0 input", "a desktop", "the cursor",
            ],
            0.2: [
                "click", "coordinates", "button", "browser", "cursor", "desktop", "webpage", "website", "the screen",
            ],
        ])

    static let operations = [
        Combination(
            .computerUse, 0.45, within: 10,
            [
                "click", "press", "select", "open", "tap", "scroll", "go to", "choose", "fill in", "fill out", "submit",
                "navigate", "log in", "check", "drag", "hover", "use", "operate", "control", "type", "点击", "打开",
            ],
            [
                "button", "tab", "menu", "checkbox", "dropdown", "date field", "text field", "form", "dialog",
                "search box", "icon", "window", "toolbar", "popup", "banner", "settings page", "login page",
                "checkout page", "web page", "webpage", "browser", "desktop", "按钮", "网页",
            ]),
        Combination(
            .computerUse, 0.45, within: 40, ["screenshot", "the screen", "screen", "web page", "webpage", "browser"],
            ["action", "actions", "click", "element", "elements", "coordinates", "objective"]),
    ]

    /// Errands for somebody who operates web sites: shops, forums, code hosts, maps.
    static let errands = [
        Combination(
            .computerUse, 0.45, within: 24,
            [
                "add", "find", "find me", "show", "show me", "search", "navigate", "take me", "go to", "buy",
                "purchase", "post", "comment", "rate", "list", "list out", "compare", "open", "tell me", "what is",
                "which", "how many", "filter", "sort", "leave", "return", "explore", "browse", "look up",
            ],
            [
                "to my cart", "to cart", "wishlist", "listing", "listings", "the seller", "this seller", "this item",
                "this product", "product page", "this post", "that post", "top post", "posts", "subreddit",
                "this forum", "upvotes", "upvoted", "search results", "homepage", "home page", "order history",
                "merge request", "my profile", "price range", "out of stock", "this site", "this website", "second tab",
                "first tab", "other tab", "open tabs", "image link", "top selling", "best selling", "in the category",
                "reviewers", "product reviews", "customer reviews", "per unit price", "highest rated",
                "most recent listing",
            ]),
        Combination(
            .computerUse, 0.45, within: 16,
            [
                "upvote", "downvote", "thumbs", "subscribe", "unsubscribe", "repost", "post", "reply", "submit",
                "create", "leave", "like", "dislike", "make",
            ],
            [
                "subreddit", "subreddits", "forum", "reddit", "thread", "the title", "a comment", "a review",
                "submissions",
            ]),
        Combination(
            .computerUse, 0.45, within: 16,
            [
                "star", "fork", "invite", "assign", "follow", "set my", "how many commits", "contributors",
                "contributor", "collaborator", "collaborators", "my latest", "opened by", "assigned to me",
            ],
            [
                "repo", "repos", "repository", "repositories", "project", "projects", "issue", "issues", "gitlab",
                "github", "merge requests", "guest", "status",
            ]),
        Combination(
            .computerUse, 0.4, within: 16,
            [
                "get", "show", "tell", "list", "what", "how much", "find", "give", "update", "mark", "delete",
                "approve", "create", "notify", "cancel", "change", "who", "which", "reorder",
            ],
            [
                "search terms", "order number", "order history", "last order", "recent order", "recent orders",
                "latest order", "cancelled order", "canceled order", "pending order", "pending orders",
                "completed orders", "order status", "price rule", "negative reviews", "pending reviews", "our store",
                "my store", "shipping method", "in stock",
            ]),
        Combination(
            .computerUse, 0.4, within: 12, ["buy", "purchase", "order", "rate", "explore", "browse"],
            ["the item", "an item", "category", "department"]),
        Combination(
            .computerUse, 0.4, within: 12,
            ["find", "find me", "show me", "tell me", "take me", "navigate", "go to", "order"],
            [
                "category", "exact item", "this exact", "on the site", "the page that", "cheapest item",
                "most expensive item", "to the page", "this category",
            ]),
        Combination(
            .computerUse, 0.4, within: 14,
            [
                "buy", "order", "purchase", "add", "find", "find me", "show me", "take me", "give me", "tell me",
                "open", "what is the", "what are the", "what color", "what colour", "price of", "how much", "how many",
                "leave", "return", "the link", "reply",
            ],
            [
                "cheapest", "least expensive", "most expensive", "lowest priced", "highest priced", "most recently",
                "recently posted", "recently listed", "newest", "best rated", "top rated", "most reviews", "first row",
                "second row", "third row", "last row", "first result", "second result", "first item", "second item",
                "third item", "first post", "second post", "first listing", "top post", "0 star", "in the tab",
                "on this page", "sorted by", "by descending", "by ascending",
            ]),
        Combination(
            .computerUse, 0.4, within: 16, ["estimated", "measure", "show", "compare", "check", "tell me", "pull up"],
            ["driving", "walking", "by car", "on foot"], ["time", "distance", "route", "minutes"]),
        Combination(
            .computerUse, 0.4, within: 10, ["reviewers", "reviews", "customers", "comments"],
            ["mention", "mentions", "mentioning", "complain", "complaining", "satisfied", "dissatisfied"]),
    ]

    static let sight = phrases(
        .vision,
        [
            0.5: [
                "in the image", "in this image", "in the picture", "in this picture", "in the photo", "in this photo",
                "on this picture", "this image", "this picture", "this photo", "these images", "following images",
                "ocr", "bounding box", "bounding boxes", "attached image", "attached photo", "visual question",
                "image caption", "image captioning", "alt text", "图片", "图中", "图像", "照片", "この画像", "на изображении",
            ],
            0.2: ["image", "images", "picture", "photo", "captions", "handwriting", "scanned", "pixels"],
        ])

    static let looks = [
        Combination(
            .vision, 0.45, within: 8,
            [
                "describe", "analyse", "analyze", "caption", "transcribe", "identify", "what is", "what s", "what does",
                "what color", "what colour", "how many", "detect", "locate", "look at", "tag", "see", "seen", "shown",
                "depicted", "depicts", "segment", "type out", "beschreibe", "describe la", "décris", "опиши", "描述",
            ],
            [
                "image", "images", "picture", "pictures", "photo", "photos", "photograph", "scan", "painting",
                "handwriting", "drawing", "bild", "imagen", "изображение", "foto",
            ]),
        Combination(
            .vision, 0.4, within: 6, ["read", "transcribe", "describe", "is the", "does the"],
            [
                "photo", "picture", "scan", "the image", "handwriting", "chart", "bar chart", "line chart", "diagram",
                "scanned", "floor plan", "receipt", "street sign",
            ]),
        Combination(
            .vision, 0.4, within: 8,
            [
                "is", "are", "which", "what", "whose", "where", "how", "extract", "read", "compare", "look at",
                "explain", "based on", "according to", "convert", "count", "identify", "list", "find", "solve",
                "translate", "from",
            ],
            [
                "this photograph", "the photograph", "this chart", "the chart", "this diagram", "the diagram",
                "shown here", "pictured", "pictured here", "x ray", "mri scan", "this scan", "the scan", "scanned page",
                "scanned pages", "two images", "both images", "two pictures", "two photos", "handwritten page",
                "handwritten note", "this drawing", "this painting", "the floor plan", "this receipt", "this meme",
                "this graph", "the infographic", "this poster", "this logo", "attached picture", "attached scan",
                "attached chart", "this sign", "the photo", "the picture", "frames of",
            ]),
        Combination(
            .vision, 0.4, within: 12,
            [
                "what color", "what colour", "how many", "is the", "are the", "what is the", "who is", "where is",
                "which",
            ],
            [
                "wearing", "holding", "in the background", "in the foreground", "to the left of", "to the right of",
                "visible", "object left", "object right",
            ]),
        Combination(
            .vision, 0.42, within: 16,
            [
                "attached", "uploaded", "i sent", "sending you", "here s a", "here is a", "the enclosed", "enclosed",
            ],
            [
                "picture", "photo", "scan", "image", "receipt", "sketch", "x ray", "diagram", "drawing", "snapshot",
                "poster", "chart", "screenshot",
            ],
            [
                "what", "which", "read", "how", "does", "is", "are", "can you see", "identify", "describe", "translate",
                "where", "who", "do you see", "show", "shows",
            ]),
    ]
}
