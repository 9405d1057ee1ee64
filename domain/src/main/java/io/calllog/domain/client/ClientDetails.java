package io.calllog.domain.client;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a client and can be changed.
 *
 * @param name what the person or company is called
 * @param company whom the person works for
 * @param phone where they are called
 * @param email where they are written to
 * @param address where they are visited
 * @param region the territory they belong to
 * @param status how far the relation has come
 * @param ownerId the officer who looks after them; nobody in particular when null
 */
public record ClientDetails(
    Name name,
    @Nullable Name company,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    Region region,
    ClientStatus status,
    @Nullable OfficerId ownerId) {}
