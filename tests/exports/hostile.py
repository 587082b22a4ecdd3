"""Texts that people paste, and texts that attackers do."""

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1,1)", '=HYPERLINK("http://x.test","y")')
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=http://x.test/p onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
    '#eval("1+1") #read("/etc/passwd") *bold* $x$ @label <label> [x] \\ `raw`',
    "![p](http://x.test/p.png) [a](javascript:alert(1))",
    "javascript:alert(1)",
    "file:///etc/passwd",
)
LANGUAGES = (
    "Ŵyneb ŷd, Llŷn, tŵr",
    "مرحبا بالعالم: السجن",
    "Zażółć gęślą jaźń",
    "Ελληνικά Кириллица",
)
UNSETTABLE = ("Great work 🎉", "中文", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "✗ ❤️")
BROKEN = (
    "bell\x07null\x00",
    "lone \ud800 surrogate",
    "\u202eoverride\u202c",
    "\ufffe\uffff",
    "\ue000",
)
LONG = "Llanfair" * 1250
ALL = (*FORMULAS, *MARKUP, *LANGUAGES, *UNSETTABLE, *BROKEN, "two\r\nlines\rand three")
