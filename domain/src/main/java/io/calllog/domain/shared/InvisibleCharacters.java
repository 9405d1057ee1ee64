package io.calllog.domain.shared;

/**
 * Characters without a glyph of their own: the format characters (Unicode category Cf) and the
 * others that a reader does not see (property Default_Ignorable_Code_Point).
 */
final class InvisibleCharacters {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;

  private InvisibleCharacters() {}

  /** Returns the text without any of them. */
  static String without(String text) {
    return text.codePoints()
        .filter(c -> !isInvisible(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * Returns the text without format characters, except those that are needed for rendering: joiners
   * between letters or in emoji, and the tags of a flag.
   */
  static String withoutUnneeded(String text) {
    var kept = new StringBuilder(text.length());
    int last = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      int next = at < text.length() ? text.codePointAt(at) : 0;
      if (!isFormat(c) || isNeededForRendering(c, last, next)) {
        kept.appendCodePoint(c);
        last = c;
      }
    }
    return kept.toString();
  }

  /** Whether the character is not seen anywhere. */
  static boolean isInvisible(int codePoint) {
    return isFormat(codePoint) || isIgnorable(codePoint);
  }

  /** Whether the character has no effect at the end of a text. The tags of a flag have. */
  static boolean isTrimmed(int codePoint) {
    return isFormat(codePoint) && !isTag(codePoint);
  }

  private static boolean isNeededForRendering(int c, int last, int next) {
    return switch (c) {
      case ZERO_WIDTH_NON_JOINER -> isLetter(last) && isLetter(next);
      case ZERO_WIDTH_JOINER ->
          (isLetter(last) && isLetter(next))
              || (isPartOfEmoji(last) && Character.isExtendedPictographic(next));
      default -> isTag(c) && (last == BLACK_FLAG || isTag(last));
    };
  }

  private static boolean isLetter(int codePoint) {
    return Character.isLetter(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isPartOfEmoji(int codePoint) {
    return Character.isExtendedPictographic(codePoint)
        || Character.isEmojiModifier(codePoint)
        || codePoint == 0xFE0F; // variation selector 16, the form in colours
  }

  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0020 && codePoint <= 0xE007F;
  }

  /** The signs of Arabic, Syriac and Kaithi that enclose digits are format characters but seen. */
  private static boolean isFormat(int c) {
    return Character.getType(c) == Character.FORMAT
        && !(c >= 0x600 && c <= 0x605)
        && c != 0x6DD
        && c != 0x70F
        && !(c >= 0x890 && c <= 0x891)
        && c != 0x8E2
        && c != 0x110BD
        && c != 0x110CD;
  }

  /** Default_Ignorable_Code_Point without the format characters. */
  private static boolean isIgnorable(int c) {
    return c == 0x34F
        || (c >= 0x115F && c <= 0x1160)
        || (c >= 0x17B4 && c <= 0x17B5)
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x2065
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }
}
