package dev.ftctl.sandbox.store;

import static dev.ftctl.sandbox.SandboxCase.json;
import static dev.ftctl.sandbox.SandboxCase.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

  @Test
  void areKeptAsFingerprintsThatTellEqualOnes() {
    assertThat(Fingerprints.fingerprint("hunter22"))
        .isEqualTo(Fingerprints.fingerprint("hunter22"))
        .isNotEqualTo(Fingerprints.fingerprint("hunter23"))
        .doesNotContain("hunter22");
  }

  @Test
  void areKeptSoInEveryLeaf() {
    var node = parsed(json("{'a':['hunter22'],'b':null}"));

    assertThat(Fingerprints.fingerprinted(node).path("a").path(0).asText())
        .isEqualTo(Fingerprints.fingerprint("hunter22"));
    assertThat(Fingerprints.fingerprinted(node).path("b").isNull()).isTrue();
  }

  @Test
  void keepTheirFingerprintWhenItIsTakenAgain() {
    String once = Fingerprints.fingerprint("hunter22");

    assertThat(Fingerprints.fingerprint(once)).isEqualTo(once);
  }

  @Test
  void hideEveryLeafButWhatMeansNoSecret() {
    var node = parsed(json("{'a':'x','b':[1,{'c':true}],'d':null,'e':''}"));

    assertThat(Fingerprints.hidden(node))
        .isEqualTo(parsed(json("{'a':'******','b':['******',{'c':'******'}],'d':null,'e':''}")));
  }

  @Test
  void showMaskedWhereverTheirFingerprintStands() {
    var kept = parsed(json("{'plain':'x','list':['F',{'in':'F'}],'none':null}"));
    var text = kept.toString().replace("\"F\"", '"' + Fingerprints.fingerprint("hunter22") + '"');

    assertThat(Fingerprints.masked(parsed(text)))
        .isEqualTo(parsed(json("{'plain':'x','list':['******',{'in':'******'}],'none':null}")));
  }
}
