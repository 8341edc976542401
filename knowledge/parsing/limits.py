"""What a document may cost. Whatever is over is refused; nothing is cut off in silence."""

FILE_BYTES = 10_000_000
TEXT_CHARACTERS = 1_000_000  # of the text that was read, and of that which was left out
PIECES = 4_000  # each is embedded: 3 to 10 ms
PAGES = 500

# The process that reads a document.
WALL_SECONDS = 10.0
CPU_SECONDS = 10
MEMORY_BYTES = 1_000_000_000  # address space
OUTPUT_BYTES = 16_000_000
WORKERS = 2  # documents that are read at the same time

# A Word file is a zip archive, of which three small parts are read.
ZIP_ENTRIES = 2_000
ZIP_DIRECTORY_BYTES = 500_000
ZIP_TOTAL_BYTES = 300_000_000
ZIP_PART_BYTES = 50_000_000
ZIP_RATIO = 200  # Word's own XML rarely reaches 50
ZIP_RATIO_FROM = 1_000_000  # bytes up to which a part may be of any ratio

PDF_STREAM_BYTES = 30_000_000  # a page's content, unpacked
