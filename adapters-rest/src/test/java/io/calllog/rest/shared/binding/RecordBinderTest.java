package io.calllog.rest.shared.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallType;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.TimeBound;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RecordBinderTest {

  private record Item(CallType type, CallDuration durationSeconds, @Nullable Name name) {}

  private record Batch(@Nullable Item first, List<Item> calls) {}

  private record Filter(@Nullable Name name, Set<CallType> type, @Nullable Boolean count) {}

  private record Team(Name lead, List<Name> others) {

    Team {
      if (others.contains(lead)) {
        throw new InvalidInput("others", "self", "must not contain the lead");
      }
    }
  }

  private final RecordBinder binder =
      new RecordBinder(
          new FieldTypes(new PhoneNumberParser(null), ReportingZone.of("Europe/London")));

  @Test
  void creates_a_record_from_json() {
    assertThat(json(Item.class, "{'type':'INCOMING','durationSeconds':7,'name':' Ada '}"))
        .isEqualTo(new Item(CallType.INCOMING, new CallDuration(7), new Name("Ada")));
  }

  @Test
  void an_optional_field_that_is_missing_null_or_blank_is_null() {
    var item = new Item(CallType.INCOMING, new CallDuration(7), null);

    assertThat(json(Item.class, "{'type':'INCOMING','durationSeconds':7}")).isEqualTo(item);
    assertThat(json(Item.class, "{'type':'INCOMING','durationSeconds':7,'name':null}"))
        .isEqualTo(item);
    assertThat(json(Item.class, "{'type':'INCOMING','durationSeconds':7,'name':' '}"))
        .isEqualTo(item);
  }

  @Test
  void creates_nested_records_and_arrays_of_records() {
    var item = new Item(CallType.OUTGOING, new CallDuration(1), null);

    assertThat(
            json(
                Batch.class,
                "{'first':{'type':'OUTGOING','durationSeconds':1},"
                    + "'calls':[{'type':'OUTGOING','durationSeconds':1}]}"))
        .isEqualTo(new Batch(item, List.of(item)));
    assertThat(json(Batch.class, "{'calls':[]}")).isEqualTo(new Batch(null, List.of()));
  }

  @Test
  void creates_arrays_of_values() {
    assertThat(json(Team.class, "{'lead':'Ada','others':[' Bob ','Cem']}"))
        .isEqualTo(new Team(new Name("Ada"), List.of(new Name("Bob"), new Name("Cem"))));
  }

  @Test
  void names_each_value_of_an_array_that_is_wrong() {
    var body = "{'lead':'Ada','others':['Bob',7,null,' ',[],{},true]}";

    assertThat(violations(() -> json(Team.class, body)))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("others/1", "wrong-type"),
            tuple("others/2", "required"),
            tuple("others/3", "blank"),
            tuple("others/4", "wrong-type"),
            tuple("others/5", "wrong-type"),
            tuple("others/6", "wrong-type"));
  }

  @Test
  void reports_values_that_do_not_fit_each_other() {
    var current = new Team(new Name("Ada"), List.of(new Name("Bob")));
    Patch<Team> patch = binder.bindPatch(Team.class, source("{'lead':'Bob'}"), Set.of());

    for (ThrowingCallable binding :
        List.<ThrowingCallable>of(
            () -> json(Team.class, "{'lead':'Ada','others':['Ada']}"),
            () -> patch.apply(current))) {
      assertThat(violations(binding))
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple("others", "self"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # body                                                  | path                    | code
          {'calls':[]  , 'colour':1}                              | colour                  | unknown
          {'calls':[]  , 'a/b~':1}                                | a~1b~0                  | unknown
          {}                                                      | calls                   | required
          {'calls':null}                                          | calls                   | required
          {'calls':{}}                                            | calls                   | wrong-type
          {'calls':'x'}                                           | calls                   | wrong-type
          {'calls':[7]}                                           | calls/0                 | wrong-type
          {'calls':[null]}                                        | calls/0                 | wrong-type
          {'calls':[{'type':'INCOMING','durationSeconds':'7'}]}   | calls/0/durationSeconds | wrong-type
          {'calls':[{'type':'INCOMING','durationSeconds':[7]}]}   | calls/0/durationSeconds | wrong-type
          {'calls':[{'type':'INCOMING','durationSeconds':1e9}]}   | calls/0/durationSeconds | wrong-type
          {'calls':[{'type':'INCOMING','durationSeconds':-1}]}    | calls/0/durationSeconds | out-of-range
          {'calls':[{'type':'INCOMING','durationSeconds':4294967296}]} | calls/0/durationSeconds | out-of-range
          {'calls':[{'type':'SIDEWAYS','durationSeconds':1}]}     | calls/0/type            | unknown-value
          {'calls':[{'type':'INCOMING','durationSeconds':1,'x':1}]} | calls/0/x             | unknown
          {'calls':[{'type':'INCOMING','type':'INCOMING','durationSeconds':1}]} | calls/0/type | duplicate
          {'calls':[], 'calls':[]}                                | calls                   | duplicate
          {'calls':[], 'first':[]}                                | first                   | wrong-type
          {'calls':[], 'first':{'durationSeconds':1}}             | first/type              | required
          {'calls':[], 'first':{'type':null,'durationSeconds':1}} | first/type              | required
          """)
  void names_the_path_of_a_violation(String body, String path, String code) {
    assertThat(violations(() -> json(Batch.class, body)))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple(path, code));
  }

  @Test
  void collects_the_violations_of_all_fields() {
    var items = new String[4];
    Arrays.fill(items, "{'type':'INCOMING','durationSeconds':1}");
    items[1] = "{'type':'SIDEWAYS','durationSeconds':'1'}";
    items[3] = "{'durationSeconds':-1}";

    String batch = "{'colour':1,'first':7,'calls':[" + String.join(",", items) + "]}";

    assertThat(violations(() -> json(Batch.class, batch)))
        .extracting(Violation::field)
        .containsExactly(
            "colour",
            "first",
            "calls/1/type",
            "calls/1/durationSeconds",
            "calls/3/type",
            "calls/3/durationSeconds");
  }

  @Test
  void a_patch_changes_its_fields_only() {
    var current = new Item(CallType.INCOMING, new CallDuration(7), new Name("Ada"));

    assertThat(patch("{}", current)).isEqualTo(current);
    assertThat(patch("{'name':null,'durationSeconds':8}", current))
        .isEqualTo(new Item(CallType.INCOMING, new CallDuration(8), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':null}            | type   | required
          {'colour':'red'}         | colour | unknown
          {'name':7}               | name   | wrong-type
          {'name':'A','name':'B'}  | name   | duplicate
          """)
  void a_patch_reports_violations(String body, String path, String code) {
    assertThat(violations(() -> binder.bindPatch(Item.class, source(body), Set.of())))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple(path, code));
  }

  @Test
  void ignores_read_only_names_whatever_their_values() {
    var readOnly = Set.of("id", "history", "type");
    String more = "'id':7,'id':8,'history':{'items':[null]}";
    var item = new Item(CallType.INCOMING, new CallDuration(7), null);

    assertThat(
            binder.bind(
                Item.class,
                source("{'type':'INCOMING','durationSeconds':7," + more + "}"),
                readOnly))
        .isEqualTo(item);
    assertThat(binder.bindPatch(Item.class, source("{" + more + "}"), readOnly).apply(item))
        .isEqualTo(item);
    assertThat(
            violations(
                () -> binder.bindPatch(Item.class, source("{'type':'x','ids':1}"), readOnly)))
        .extracting(Violation::field)
        .containsExactly("ids", "type");
  }

  private record Inner(int a, String b) {}

  private record Outer(int id, @JsonUnwrapped Inner inner, List<Inner> history) {}

  @Test
  void knows_the_properties_of_a_response() {
    assertThat(RecordFields.propertiesOf(Outer.class))
        .containsExactlyInAnyOrder("id", "a", "b", "history");
  }

  @Test
  void a_bound_of_a_range_may_be_a_day_in_the_reporting_zone() {
    record Range(@Nullable TimeBound from, @Nullable TimeBound to) {}

    var range = binder.bind(Range.class, new QuerySource("from=2026-07-01&to=2026-07-01T09:30Z"));

    assertThat(range.from()).isEqualTo(new TimeBound(Instant.parse("2026-06-30T23:00:00Z")));
    assertThat(range.to()).isEqualTo(new TimeBound(Instant.parse("2026-07-01T09:30:00Z")));
  }

  @Test
  void creates_a_record_from_a_query() {
    var query = new QuerySource("name=A%20b&type=INCOMING&type=OUTGOING&count=true");

    assertThat(binder.bind(Filter.class, query))
        .isEqualTo(new Filter(new Name("A b"), Set.of(CallType.INCOMING, CallType.OUTGOING), true));
  }

  @Test
  void fields_of_an_unwrapped_record_are_fields_of_the_query() {
    record Page(@Nullable Boolean count) {}
    record Listed(Set<CallType> type, @JsonUnwrapped Page page, @Nullable Name name) {}

    assertThat(binder.bind(Listed.class, new QuerySource("count=true&type=INCOMING&name=Ada")))
        .isEqualTo(new Listed(Set.of(CallType.INCOMING), new Page(true), new Name("Ada")));
    assertThat(
            violations(
                () -> binder.bind(Listed.class, new QuerySource("page=1&type=x&count=7&name="))))
        .extracting(Violation::field)
        .containsExactly("page", "type", "count", "name");
  }

  @Test
  void refuses_json_that_is_not_an_object() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> source("[]"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> source("{} {}"));
  }

  private Item patch(String body, Item current) {
    return binder.bindPatch(Item.class, source(body), Set.of()).apply(current);
  }

  private <R extends Record> R json(Class<R> type, String body) {
    return binder.bind(type, source(body));
  }

  private static List<Violation> violations(ThrowingCallable binding) {
    return catchThrowableOfType(InvalidInput.class, binding).violations();
  }

  private static JsonSource source(String body) {
    return JsonSource.read(new JsonMapper(), body.replace('\'', '"'));
  }
}
