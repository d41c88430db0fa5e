package dev.ftctl.cli.verbs.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.operate.trust.Offer;
import dev.ftctl.operate.trust.TrustSort;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.List;

/// What is offered, before anybody is asked whether to trust it.
record OfferText(Paint paint) {

  private static final int WIDTH = 13;

  String of(Offer offer) {
    String what =
        offer.sort() == TrustSort.CERTIFICATE ? "a certificate" : "the key of an SSH host";
    var text = new StringBuilder(offer.object().address() + " offers " + what + ":\n");
    offer
        .facts()
        .told()
        .forEach((name, value) -> line(text, name.replace('_', ' '), English.printable(value)));
    if (!offer.facts().told().containsKey("sha256")) {
      line(text, "hash", English.printable(offer.hash()));
    }
    for (String doubt : offer.facts().doubts()) {
      text.append("  ")
          .append(paint.apply(Tone.BAD, "!! " + English.printable(doubt)))
          .append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ").append(English.column(name, WIDTH, 2)).append(value).append('\n');
  }

  static ArrayNode json(List<Offer> offers) {
    ArrayNode items = Json.object().arrayNode();
    for (Offer offer : offers) {
      ObjectNode item = items.addObject().put("hash", offer.hash());
      offer.facts().told().forEach(item::put);
      item.set("doubts", Json.texts(offer.facts().doubts()));
    }
    return items;
  }
}
