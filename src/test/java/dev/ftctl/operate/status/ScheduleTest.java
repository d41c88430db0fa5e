package dev.ftctl.operate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Values;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a connection syncs, by the older fields and by the newer object, which comes before them.
class ScheduleTest {

  /// The third column: the longest pause in minutes; 0 where nobody can tell.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {sync_frequency: 5}                                                         | every 5 min | 5
          {sync_frequency: 360, schedule_type: 'auto'}                                | every 6 h | 360
          {sync_frequency: 1440}                                                      | every 24 h | 1440
          {sync_frequency: 1440, daily_sync_time: '03:00'}                            | daily at 03:00 | 1440
          {sync_frequency: 360, daily_sync_time: '03:00'}                             | every 6 h | 360
          {sync_frequency: 60, schedule_type: 'manual'}                               | by hand | 0
          {}                                                                          | ? | 0
          {sync_frequency: 60, schedule: {schedule_type: 'INTERVAL', interval: 90}}   | every 90 min | 90
          {sync_frequency: 60, schedule: {schedule_type: 'MANUAL'}}                   | by hand | 0
          {sync_frequency: 60, schedule: {schedule_type: 'CRON', cron: '0 3 * * *'}}  | cron 0 3 * * * | 0
          {sync_frequency: 60, schedule: {schedule_type: 'LUNAR'}}                    | ? | 0
          {schedule: {schedule_type: 'TIME_OF_DAY', time_of_day: '15:00'}}            | daily at 15:00 | 1440
          {schedule: {schedule_type: 'TIME_OF_DAY', time_of_day: '15:00', days_of_week: ['MONDAY', 'TUESDAY']}} | Mon, Tue at 15:00 | 8640
          {schedule: {schedule_type: 'TIME_OF_DAY', time_of_day: '15:00', days_of_week: ['FRIDAY', 'MONDAY']}}  | Mon, Fri at 15:00 | 5760
          {schedule: {schedule_type: 'TIME_OF_DAY', time_of_day: '15:00', days_of_week: ['SUNDAY']}}            | Sun at 15:00 | 10080
          """)
  void isToldInWordsAndByItsLongestPause(String connection, String text, int minutes) {
    Schedule schedule = Schedule.of(Values.mapping(connection));

    assertThat(schedule.text()).isEqualTo(text);
    assertThat(schedule.longest().orElse(Duration.ZERO)).isEqualTo(Duration.ofMinutes(minutes));
  }
}
