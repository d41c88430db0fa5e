package dev.ftctl.sandbox.store;

/// Ids as Fivetran makes them: two English words joined by `_`.
public final class IdWords {
  private static final String[] FIRST =
      """
      amber ample azure basic bold brave brief bright brisk calm candid careful cedar cheerful civic clear clever
      cosmic cozy crisp curious daring decent deep distant eager early earnest easy elated epic equal even exact
      fabled fair famous fancy fast fervent fine firm fluent fond frank free fresh frosty full gentle gifted glad
      golden good grand grateful green handy happy hardy hasty hidden honest humble ideal idle indigo inner jolly
      joyful keen kind large late lavish light likely lively local loud loyal lucid lucky lunar magic major mellow
      merry mild mint misty modern modest neat nimble noble novel odd open orange patient plain polite prime proud
      pure quick quiet rapid rare ready regal rich robust rosy royal sandy sharp silent silver simple sleek smart
      """
          .split("\\s+");
  private static final String[] SECOND =
      """
      acorn anchor apple arbor arch aspen atlas badge bamboo banner barley basin bay beacon beech berry birch bishop
      bloom breeze brook cabin canal canyon castle cave chalk cherry cliff clover coast comet copper coral cove crane
      creek crest crow crystal daisy dawn delta dove dune eagle echo elm ember falcon feather fern field fjord flint
      forest fox garden gate glacier glade grove gull harbor haven hawk hazel heath heron hill hollow island ivy jade
      jasper juniper kestrel lagoon lake lantern larch laurel leaf ledge lemon lily linden lotus lynx maple marsh
      meadow mesa mill moon moss mountain nectar oak oasis ocean olive orchard osprey otter owl palm peak pearl pebble
      pine plain pond poplar prairie quartz raven reef ridge river robin rose sage shore sky spruce star stone valley
      """
          .split("\\s+");

  private IdWords() {}

  /// The id of a number: no two numbers share one; neighbours look unrelated.
  public static String id(long number) {
    var pairs = (long) FIRST.length * SECOND.length;
    // A stride that shares no factor with the number of pairs walks over each pair once before it
    // repeats.
    var place = Math.floorMod(number * stride(pairs) + 4_211, pairs);
    var id = FIRST[(int) (place / SECOND.length)] + "_" + SECOND[(int) (place % SECOND.length)];
    var round = number / pairs;
    return round == 0 ? id : id + "_" + SECOND[(int) (round % SECOND.length)];
  }

  private static long stride(long pairs) {
    var stride = 6_367L;
    while (gcd(stride, pairs) != 1) {
      stride++;
    }
    return stride;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
