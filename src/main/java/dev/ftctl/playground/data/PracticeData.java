package dev.ftctl.playground.data;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Everything that is made up when the server starts. The same seed and the same time give the same
/// data; the numbers of records and companies change no credentials.
///
/// @param items in the order in which they were made, as `/auth` and the export have them
public record PracticeData(List<Item> items, Directory directory, Credentials credentials) {

  /// @param mutates whether reading companies changes some of them
  public static PracticeData make(
      long seed, Clock clock, int records, int companies, boolean mutates) {
    var source = new SplittableRandom(seed);
    var credentials = Credentials.random(source.split());
    var people = new People(source.nextLong());
    var ids = source.split();
    Instant now = clock.instant();
    var times = new RandomTimes(now, records, source.split());
    var items =
        IntStream.range(0, records)
            .mapToObj(index -> item(RandomText.uuid(ids), people, times, index))
            .toList();
    var directory =
        Directory.make(
            people,
            new RandomTimes(now, companies, source.split()),
            companies,
            new Directory.Mutation(clock, new Random(source.nextLong()), mutates));
    return new PracticeData(items, directory, credentials);
  }

  private static Item item(String id, People people, RandomTimes times, int index) {
    String name = people.name();
    Instant created = times.created(index);
    return new Item(
        id,
        name,
        people.email(name),
        people.address(),
        people.company(),
        people.job(),
        created,
        times.updated(created));
  }
}
