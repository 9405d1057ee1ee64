package io.calllog.persistence.shared;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;

/**
 * Shared configuration of the mappers: {@link ValueMapper} converts values, and null stays null.
 */
@MapperConfig(uses = ValueMapper.class, nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS)
public interface AggregateMapping {}
