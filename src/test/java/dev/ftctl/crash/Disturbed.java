package dev.ftctl.crash;

import dev.ftctl.crash.Company.Ended;
import java.util.ArrayList;
import java.util.List;

/// What a disturbed apply, and the next one, left behind.
///
/// @param name what disturbed the first run
/// @param last the run that claims to have finished
/// @param account as [AccountImage] shows it
record Disturbed(String name, Ended first, Ended last, List<String> account) {

  /// After a first run that claims to have finished. One that could not look back knows only that
  /// it did everything; that is held against the account, and the next run looks.
  static Disturbed asItIs(Company company, String name, Ended first, Simulator simulator) {
    List<String> account = AccountImage.of(simulator.account());
    return couldNotLookBack(first)
        ? new Disturbed(name, first, applyAgain(company, name, first, simulator).last(), account)
        : new Disturbed(name, first, first, account);
  }

  static boolean couldNotLookBack(Ended ended) {
    return ended.code() == 0
        && (ended.text().contains(", and could not be read back:\n")
            || ended.text().contains("\n  left: unread "));
  }

  /// Runs apply again, without any incident.
  static Disturbed applyAgain(Company company, String name, Ended first, Simulator simulator) {
    simulator.faults("");
    Ended second = company.apply(simulator.url(), 8);
    return new Disturbed(name, first, second, AccountImage.of(simulator.account()));
  }

  /// Either there was something left to do, and it was read back, or there was nothing.
  private static boolean saysAllIsWell(String text) {
    return text.contains("Read back: ") && !text.contains("Read back: not all")
        || text.contains("Nothing changes: the account is as the manifests say.");
  }

  /// What is not as it is after an undisturbed run; nothing, if all is well. Objects that are
  /// missing have a `-`, those that should not be there a `+`.
  List<String> complaints(Undisturbed undisturbed) {
    var missing = new ArrayList<>(undisturbed.account());
    var surplus = new ArrayList<>(account);
    account.forEach(missing::remove);
    undisturbed.account().forEach(surplus::remove);
    var complaints = new ArrayList<String>();
    missing.forEach(line -> complaints.add(name + ": - " + line));
    surplus.forEach(line -> complaints.add(name + ": + " + line));
    if (last.code() != 0 || !saysAllIsWell(last.text())) {
      complaints.add(name + ": exit code " + last.code() + "\n" + last.text());
    }
    return complaints;
  }
}
