package io.calllog.persistence.client;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Converts rows to clients and back. */
@Mapper(config = AggregateMapping.class, uses = RegionTree.class)
interface ClientEntityMapper {

  @Mapping(target = "details", source = "row")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  Client toClient(ClientEntity row);

  @Mapping(target = "region", source = "regionKey")
  @Mapping(target = "phones", expression = "java(StoredPhones.read(row.phone, row.phones))")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  ClientDetails toDetails(ClientEntity row);

  /** Copies the client to the row, except the region, whose key {@link Placement} finds. */
  @Mapping(target = ".", source = "details")
  @Mapping(target = "phone", expression = "java(StoredPhones.first(client.details()))")
  @Mapping(target = "phones", expression = "java(StoredPhones.write(client.details().phones()))")
  @Mapping(target = "regionKey", ignore = true)
  @BeanMapping(ignoreUnmappedSourceProperties = "details") // MapStruct misses the mapping above
  void write(Client client, @MappingTarget ClientEntity row);
}
