package dev.ftctl.kind.facet;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;

/// The facet of a kind of whose objects Fivetran tells something once: whenever it is made.
public interface HandsOutOnce {

  /// The field of a change that has all of it made anew.
  FieldPath SECRETS = FieldPath.of("secrets");

  /// The members of the answer that are handed out; all else of it is read again at any time.
  List<String> told();

  /// Those of them that are numbers; all others are texts.
  default List<String> numbers() {
    return List.of();
  }

  /// What an answer lacks of what a document has to be told; empty where it tells all of it.
  default List<String> missing(Resource wanted, Value.Mapping answer) {
    return missing(told(), answer);
  }

  /// Those of the members that an answer lacks, or of which it has something else than they are.
  default List<String> missing(List<String> members, Value.Mapping answer) {
    return members.stream().filter(name -> !isTold(name, answer.get(name))).toList();
  }

  private boolean isTold(String name, Value value) {
    return value instanceof Value.Text text && !text.text().isBlank()
        || value instanceof Value.Num && numbers().contains(name);
  }

  /// Whether somebody uses what was told. Then it is not lost, whatever a reserve says.
  boolean isInUse(Live live);

  /// The live field with the time when what was told ends, for `rotate_before`; empty for none.
  String expiry();

  /// What stops working when it is made anew, in words; empty where nothing uses the object.
  String users(Live live);

  /// What becomes of the old when it is made anew.
  default String ending(Resource wanted) {
    return "its old credentials stop working";
  }
}
