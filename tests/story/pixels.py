"""What can be said of a picture without a library for pictures."""


class Pixels:
    """A picture as the display's grabber writes it in PPM: width, height, and bytes of red, green and blue."""

    def __init__(self, path):
        head, self.bytes = path.read_bytes().split(b"\n255\n", 1)
        self.width, self.height = (int(number) for number in head.split()[1:3])

    def lightness(self):
        """Mean of all channels, 0 to 255."""
        return sum(self.bytes) / len(self.bytes)

    def share(self, least):
        """Share of the channels that are at least that bright."""
        return sum(self.bytes.count(value) for value in range(least, 256)) / len(self.bytes)

    def part(self, left, top, width, height):
        """The rows of a rectangle, as bytes."""
        begins = (3 * (row * self.width + left) for row in range(top, min(top + height, self.height)))
        return [self.bytes[begin:begin + 3 * width] for begin in begins]

    def count(self, colour, *rectangle):
        """Pixels of exactly that colour (red, green, blue) in a rectangle."""
        return sum(tuple(row[i:i + 3]) == colour for row in self.part(*rectangle) for i in range(0, len(row), 3))
