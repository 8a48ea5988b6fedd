"""The fewest pages of a built site that show all its markup, so that a browser needn't look at every page.

A sort of markup is an element as a style sheet or a screen reader tells it from others: its tag and attributes, those
of what it stands in, and whether it has a word that is too long for a narrow line.
"""
import heapq

import lxml.html

from serve_site import file_of

# Attributes that choose a look or a role by their value; of all others only the presence counts.
TELLING = {"class", "role", "type", "dir", "aria-current", "aria-expanded", "aria-disabled"}
LONG_WORD = 24


def sorts(file, known):
    """The sorts of markup of a page, as numbers that `known` gives to each."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml.html.fromstring(file.read_bytes(), parser=parser)
    found = set()

    def visit(element, parent):
        name = element.tag, *[(key, value if key in TELLING else "") for key, value in element.items()]
        texts = [element.text, *(child.tail for child in element)]
        is_long = any(len(word) > LONG_WORD for text in texts if text for word in text.split())
        found.add(known.setdefault((name, parent, is_long), len(known)))
        for child in element:
            visit(child, name)
    visit(root.find("body"), None)
    return found


def fewest(masks):
    """The positions of a few masks that together have every bit that any of them has, the fullest first."""
    left = 0
    for mask in masks.values():
        left |= mask
    # What a mask adds only shrinks, so that one that still adds the most needs no look at the others.
    queue = [(-mask.bit_count(), position) for position, mask in masks.items()]
    heapq.heapify(queue)
    chosen = []
    while left:
        _, position = heapq.heappop(queue)
        adds = (masks[position] & left).bit_count()
        if queue and -adds > queue[0][0]:
            heapq.heappush(queue, (-adds, position))
        elif adds:
            chosen.append(position)
            left &= ~masks[position]
    return chosen


class Markup:
    """The sorts of markup of pages, each an address with its kind and language."""

    def __init__(self, public, pages):
        known = {}
        self.pages = pages
        self.sorts = [sorts(file_of(public, page[0]), known) for page in pages]
        self.masks = [sum(1 << sort for sort in own) for own in self.sorts]
        self.count = len(known)

    def one_of_each(self, language=None):
        """Pages that show every sort of markup in each kind of page and language, or in this language only."""
        groups, masks = {}, {}
        for position, page in enumerate(self.pages):
            if language is None or page[2] == language:
                masks[position] = self.masks[position] << groups.setdefault(page[1:], len(groups)) * self.count
        return [self.pages[position] for position in fewest(masks)]

    def every_two(self, count=0):
        """Pages that show every two sorts of markup together, and others that do so again until there are so many."""
        masks = {position: sum(mask << sort * self.count for sort in self.sorts[position])
                 for position, mask in enumerate(self.masks)}
        chosen = fewest(masks)
        least = max(count, len(chosen))
        while len(chosen) < min(least, len(masks)):
            known = set(chosen)
            chosen += fewest({position: mask for position, mask in masks.items() if position not in known})
        return [self.pages[position] for position in chosen[:least]]
