package io.calllog.persistence.client;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Turns rows into clients and back. */
@Mapper(config = AggregateMapping.class)
interface ClientEntityMapper {

  @Mapping(target = "details", source = "row")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // a row knows more than a client
  Client toClient(ClientEntity row);

  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the rest is not among the details
  ClientDetails toDetails(ClientEntity row);

  /** Makes the row say what the client does. */
  @Mapping(target = ".", source = "details")
  @BeanMapping(ignoreUnmappedSourceProperties = "details") // MapStruct misses the mapping above
  void write(Client client, @MappingTarget ClientEntity row);
}
