package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.time.LocalDate;

/**
 * A figure that is kept is not what the calls amount to.
 *
 * @param day of which day
 * @param officerId of whose calls
 * @param region made in which region
 * @param figure which one, named in camelCase
 * @param kept what was kept
 * @param counted what the calls amount to
 */
public record Difference(
    LocalDate day, OfficerId officerId, String region, String figure, long kept, long counted) {}
