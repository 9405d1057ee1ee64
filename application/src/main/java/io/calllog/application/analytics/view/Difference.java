package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.time.LocalDate;

/**
 * A stored figure that differs from a count of the calls.
 *
 * @param day the day
 * @param officerId the officer of the calls
 * @param region the region of the calls
 * @param figure its name in camelCase
 * @param kept the stored value
 * @param counted the value that the calls amount to
 */
public record Difference(
    LocalDate day, OfficerId officerId, String region, String figure, long kept, long counted) {}
