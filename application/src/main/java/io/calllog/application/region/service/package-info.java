/** Use cases of regions. */
@NullMarked
package io.calllog.application.region.service;

import org.jspecify.annotations.NullMarked;
